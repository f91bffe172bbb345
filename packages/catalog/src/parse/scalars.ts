import { type Lines, Unusual } from "./lines.ts";

/** The value of a plain scalar under the core schema of YAML 1.2. Spellings of numbers that nobody writes are left to the library. */
export function resolve(text: string): string | number | boolean | null {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (!/^[-+.\d]/.test(text)) return text;
  if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(text) && !/^-0(?:\.0*)?$/.test(text)) return Number(text);
  if (NUMBERLIKE.test(text)) throw new Unusual();
  return text;
}

const WORDS = new Map<string, boolean | null>([
  ...["true", "True", "TRUE"].map((word) => [word, true] as const),
  ...["false", "False", "FALSE"].map((word) => [word, false] as const),
  ...["null", "Null", "NULL", "~"].map((word) => [word, null] as const),
]);
const NUMBERLIKE = /^[-+]?(?:[\d.][\d_]*\.?\d*(?:[eE][-+]?\d+)?|0o[0-7]+|0x[0-9a-fA-F]+|\.(?:inf|Inf|INF|nan|NaN|NAN))$/;

/** A plain scalar on one line of a block: no key, no comment and no indicator hides in it. */
export function checkPlain(text: string): string {
  if (/^[[\]{},&*#|>!%@`"']|^[-?:](?: |$)|: |:$| #/.test(text)) throw new Unusual();
  return text;
}

/** The rest of a plain scalar: lines indented deeper than its parent, folded to spaces; blank lines between them are line breaks. */
export function plain(first: string, parent: number, lines: Lines): string {
  let value = checkPlain(first);
  for (;;) {
    const blanks = blanksAhead(lines);
    const line = lines.all[lines.next + blanks];
    if (line === undefined || line.indent <= parent || line.text.startsWith("#")) return value;
    value += (blanks === 0 ? " " : "\n".repeat(blanks)) + checkContinuation(line.text);
    lines.next += blanks + 1;
  }
}

function checkContinuation(text: string): string {
  if (/^[-?:](?: |$)|: |:$| #/.test(text)) throw new Unusual();
  return text;
}

function blanksAhead(lines: Lines): number {
  let blanks = 0;
  while (lines.all[lines.next + blanks]?.text === "" && lines.next + blanks < lines.all.length) blanks++;
  return blanks;
}

/** A quoted scalar that begins the text, and what follows it on its last line. Lines it runs over are taken from `lines`. */
export function quoted(text: string, parent: number, lines: Lines): { value: string; rest: string } {
  const quote = text[0] === '"' ? DOUBLE : SINGLE;
  let body = "";
  let line = text.slice(1);
  for (;;) {
    const end = quote.end.exec(line);
    if (end) return { value: quote.unescape(body + end[1]!), rest: line.slice(end[0].length) };
    if (/\\$/.test(line)) throw new Unusual();
    const blanks = blanksAhead(lines);
    const next = lines.all[lines.next + blanks];
    if (next === undefined || next.indent <= parent) throw new Unusual();
    body += line + (blanks === 0 ? " " : "\n".repeat(blanks));
    line = next.text;
    lines.next += blanks + 1;
  }
}

const DOUBLE = { end: /^((?:[^"\\]|\\.)*)"/, unescape: unescapeDouble };
const SINGLE = { end: /^((?:[^']|'')*)'(?!')/, unescape: (text: string) => text.replaceAll("''", "'") };

function unescapeDouble(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, code: string | undefined, letter: string) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    const plainLetter = ESCAPES[letter];
    if (plainLetter === undefined) throw new Unusual();
    return plainLetter;
  });
}

const ESCAPES: Readonly<Record<string, string>> = { '"': '"', "\\": "\\", "/": "/", n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };
