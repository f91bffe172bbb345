/**
 * Widths of characters in ems, on the wide side of the common sans-serif fonts, since nobody knows which one will draw the text.
 * A file is drawn in one font and a page in another; text that fits here fits there.
 */
const NARROW = new Set("iljtfrI.,:;'|!()[]{}/ -\u2019");
const WIDE = new Set("mwMWQO%@\u2014");

function charWidth(char: string): number {
  if (NARROW.has(char)) return 0.32;
  if (WIDE.has(char)) return 0.85;
  return char >= "A" && char <= "Z" ? 0.68 : 0.56;
}

/** Estimated width of one line in pixels. */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const char of text) ems += charWidth(char);
  return ems * size * (bold ? 1.06 : 1);
}

/** Lines no wider than `width` pixels, broken at spaces but not at no-break spaces; a longer word stands alone. */
export function wrapText(text: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \t\r\n]+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size, bold) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
