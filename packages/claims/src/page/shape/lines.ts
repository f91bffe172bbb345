import type { Span } from "../page.ts";

/** One line of a text, without its end; `start` and `end` are behind and before its outer white space. */
export interface Line extends Span {
  readonly indent: number; // columns of white space before it, a tab counting four
  readonly isBlank: boolean;
}

const LINE_END = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;

const indentOf = (lead: string): number => [...lead].reduce((columns, character) => columns + (character === "\t" ? 4 : 1), 0);

const lineOf = (text: string, start: number, end: number): Line => {
  const line = text.slice(start, end);
  const words = line.trim();
  const lead = line.length - line.trimStart().length;
  const from = start + lead;
  return { start: from, end: from + words.length, indent: indentOf(line.slice(0, Math.min(lead, 64))), isBlank: words === "" };
};

/** Every line of a text, blank ones too. */
export const linesOf = (text: string): Line[] => {
  const lines: Line[] = [];
  let from = 0;
  for (const { index, 0: lineEnd } of text.matchAll(LINE_END)) {
    lines.push(lineOf(text, from, index));
    from = index + lineEnd.length;
  }
  lines.push(lineOf(text, from, text.length));
  return lines;
};
