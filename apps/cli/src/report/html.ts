/** Text for HTML: nothing in the knowledge can become markup. */
export const escaped = (plain: string): string =>
  plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");

export const paragraph = (plain: string, kind?: string): string =>
  `<p${kind === undefined ? "" : ` class="${kind}"`}>${escaped(plain)}</p>`;

/** A list of plain texts; nothing where there is none. */
export const list = (texts: readonly string[]): string =>
  texts.length === 0 ? "" : `<ul>\n${texts.map((one) => `<li>${escaped(one)}</li>`).join("\n")}\n</ul>`;

/** A table with a caption; the first cell of a row is its heading. */
export function tableOf(caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join("");
  const row = ([first = "", ...cells]: readonly string[]) =>
    `<tr><th scope="row">${escaped(first)}</th>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`;
  return `<table>\n<caption>${escaped(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.map(row).join("\n")}\n</tbody>\n</table>`;
}

/** A section under a heading; nothing where it would be empty. */
export function section(heading: string, parts: readonly string[]): string {
  const content = parts.filter((part) => part !== "");
  return content.length === 0 ? "" : `<section>\n<h2>${escaped(heading)}</h2>\n${content.join("\n")}\n</section>`;
}
