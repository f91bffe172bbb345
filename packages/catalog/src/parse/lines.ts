/** Raised where a text leaves the plain part of YAML that is read here; the library then reads it from the start. */
export class Unusual extends Error {}

export interface Line {
  readonly indent: number;
  readonly text: string; // without the indent; "" when blank
}

/** The lines still to be read, one after another. */
export interface Lines {
  readonly all: Line[];
  next: number;
}

/** Characters and marks that need the whole of YAML: tabs, controls, spaces at line ends, documents, directives. */
const BEYOND = /[^\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]| $|^(?:---|\.\.\.|%)/mu;

export function linesOf(text: string): Lines {
  if (BEYOND.test(text)) throw new Unusual();
  const all = text.split("\n").map((line) => {
    const indent = line.search(/[^ ]/);
    return indent < 0 ? { indent: 0, text: "" } : { indent, text: line.slice(indent) };
  });
  return { all, next: 0 };
}

/** The next line that says something, or undefined at the end. Blank lines and whole-line comments are passed over. */
export function peek(lines: Lines): Line | undefined {
  for (; lines.next < lines.all.length; lines.next++) {
    const line = lines.all[lines.next]!;
    if (line.text !== "" && !line.text.startsWith("#")) return line;
  }
  return undefined;
}
