/** Larger files are refused before anything is decoded. */
export const MOST_TEXT_BYTES = 25 * 1024 * 1024;
export const MOST_BINARY_BYTES = 50 * 1024 * 1024;

/** More lines, cells or tags than any page has; each costs memory of its own. */
export const MOST_PARTS = 500_000;

/** What parts a text: the end of a line, a tab or a bar between cells. */
const IN_TEXT: ReadonlySet<number> = new Set([0x0a, 0x0b, 0x0c, 0x0d, 0x09, 0x7c, 0x85, 0x2028, 0x2029]);
const IN_HTML: ReadonlySet<number> = new Set([0x3c]);

/** Whether a text falls into more parts than can be held. */
export const hasTooManyParts = (text: string, format: "text" | "markdown" | "html"): boolean => {
  const marks = format === "html" ? IN_HTML : IN_TEXT;
  let found = 0;
  for (let at = 0; at < text.length && found <= MOST_PARTS; at++) {
    const code = text.charCodeAt(at);
    if (marks.has(code) && !(code === 0x0a && text.charCodeAt(at - 1) === 0x0d)) found++;
  }
  return found > MOST_PARTS;
};
