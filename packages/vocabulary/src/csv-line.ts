/** One row as CSV (RFC 4180): cells in quotes where they need them. */
export const csvLine = (cells: readonly string[], end: "\n" | "\r\n" = "\n"): string => `${cells.map(cell).join(",")}${end}`;

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
