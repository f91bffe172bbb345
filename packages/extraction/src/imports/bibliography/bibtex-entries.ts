import type { RefusedRecord } from "./record.ts";
import { refusedRecord } from "./record.ts";

/** One entry of a BibTeX file: its fields still in LaTeX, names in lower case. */
export interface BibtexEntry {
  readonly place: string;
  readonly type: string; // "article"
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
}

export interface BibtexEntries {
  readonly entries: readonly BibtexEntry[];
  readonly refused: readonly RefusedRecord[];
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const LONGEST_VALUE = 100_000; // abbreviations of abbreviations grow without end
const MOST_BROKEN = 500; // each may have been read far ahead for the brace that closes it

/** Raised inside an entry; what it says becomes the refusal of that entry. */
class Broken extends Error {
  readonly expected: string;
  constructor(problem: string, expected: string) {
    super(problem);
    this.expected = expected;
  }
}

/** Splits a BibTeX file into entries. What stands between entries is comment, as in BibTeX; a broken entry is refused, the next one found. */
export function bibtexEntries(text: string): BibtexEntries {
  const found: Found = { entries: [], refused: [], macros: new Map(MONTHS.map((month) => [month, month])) };
  const start = /@[ \t]*([a-zA-Z]+)[ \t\n]*([{(])/g;
  const lineOf = lineCounter(text);
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const place = `line ${lineOf(match.index)}`;
    const cursor: Cursor = { text, at: start.lastIndex, close: match[2] === "{" ? "}" : ")" };
    const broken = take(found, cursor, { type: match[1]!.toLowerCase(), place });
    if (!broken) start.lastIndex = cursor.at;
    else found.refused.push(broken);
    if (found.refused.length >= MOST_BROKEN) {
      found.refused.push(refusedRecord(place, `${MOST_BROKEN} entries are broken: what follows is not read`, "a file of BibTeX"));
      break;
    }
  }
  return found;
}

interface Found {
  readonly entries: BibtexEntry[];
  readonly refused: RefusedRecord[];
  readonly macros: Map<string, string>;
}

/** Takes what begins at the cursor; what is wrong with it, if anything. */
function take({ entries, macros }: Found, cursor: Cursor, { type, place }: Pick<BibtexEntry, "type" | "place">): RefusedRecord | undefined {
  try {
    if (type === "string") for (const [name, value] of fields(cursor, macros)) macros.set(name, value);
    else if (type === "comment" || type === "preamble") skipBalanced(cursor);
    else entries.push({ place, type, ...entry(cursor, macros) });
    return undefined;
  } catch (error) {
    if (error instanceof Broken) return refusedRecord(place, error.message, error.expected);
    throw error;
  }
}

/** The line of an offset, for offsets that only grow. */
function lineCounter(text: string): (offset: number) => number {
  let [line, counted] = [1, 0];
  return (offset) => {
    for (; counted < offset; counted++) if (text[counted] === "\n") line++;
    return line;
  };
}

interface Cursor {
  readonly text: string;
  at: number;
  readonly close: string;
}

function entry(cursor: Cursor, macros: ReadonlyMap<string, string>): { key: string; fields: ReadonlyMap<string, string> } {
  const key = read(cursor, /[^\s,{}()=#"%]*/y);
  blanks(cursor);
  if (peek(cursor) === cursor.close) {
    cursor.at++;
    return { key, fields: new Map() };
  }
  expect(cursor, ",", `a comma after the key "${key.slice(0, 40)}"`);
  return { key, fields: fields(cursor, macros) };
}

function fields(cursor: Cursor, macros: ReadonlyMap<string, string>): Map<string, string> {
  const found = new Map<string, string>();
  for (;;) {
    while (/[\s,]/.test(peek(cursor))) cursor.at++;
    if (peek(cursor) === cursor.close) {
      cursor.at++;
      return found;
    }
    const name = read(cursor, /[^\s,{}()=#"%@]+/y).toLowerCase();
    if (name === "")
      throw new Broken(`"${peek(cursor)}" where a field begins`, 'fields as in: title = {...}, with a comma between, closed by "}"');
    blanks(cursor);
    expect(cursor, "=", `"=" after ${name.slice(0, 40)}`);
    const value = fieldValue(cursor, macros);
    if (found.has(name)) throw new Broken(`${name.slice(0, 40)} is stated twice`, "each field once");
    found.set(name, value);
    blanks(cursor);
    if (peek(cursor) !== "," && peek(cursor) !== cursor.close)
      throw new Broken(`"${peek(cursor)}" after the value of ${name.slice(0, 40)}`, "a comma, or the brace that closes the entry");
  }
}

/** Pieces joined by "#": in braces, in quotes, a number or an abbreviation. */
function fieldValue(cursor: Cursor, macros: ReadonlyMap<string, string>): string {
  let value = "";
  do {
    blanks(cursor);
    value += piece(cursor, macros);
    if (value.length > LONGEST_VALUE) throw new Broken(`a value of more than ${LONGEST_VALUE} characters`, "one reference");
    blanks(cursor);
  } while (peek(cursor) === "#" && cursor.at++ >= 0);
  return value;
}

function piece(cursor: Cursor, macros: ReadonlyMap<string, string>): string {
  if (peek(cursor) === "{" || peek(cursor) === '"') return quoted(cursor);
  const word = read(cursor, /[^\s,{}()=#"%]+/y);
  if (/^\d+$/.test(word)) return word;
  const value = macros.get(word.toLowerCase());
  if (value === undefined)
    throw new Broken(`the abbreviation "${word.slice(0, 40)}" is nowhere defined`, "a value in braces or an @string before it");
  return value;
}

/** A text in braces or in quotes; braces within are balanced. */
function quoted(cursor: Cursor): string {
  const [from, isQuote] = [cursor.at + 1, peek(cursor) === '"'];
  let depth = isQuote ? 0 : 1;
  const end = Math.min(cursor.text.length, from + LONGEST_VALUE);
  for (cursor.at++; cursor.at < end; cursor.at++) {
    const sign = cursor.text[cursor.at];
    if (sign === "\\") cursor.at++;
    else if (sign === "{") depth++;
    else if (sign === "}") depth--;
    if ((!isQuote && depth === 0) || (isQuote && depth === 0 && sign === '"')) return cursor.text.slice(from, cursor.at++);
  }
  if (end < cursor.text.length)
    throw new Broken(`a value of more than ${LONGEST_VALUE} characters`, "one reference: a brace or quote may never close");
  throw new Broken("a brace or quote is opened and never closed", "as many closing as opening braces: the entry may be cut off");
}

function skipBalanced(cursor: Cursor): void {
  for (let depth = 1; depth > 0 && cursor.at < cursor.text.length; cursor.at++) {
    if (cursor.text[cursor.at] === "{" || cursor.text[cursor.at] === "(") depth++;
    if (cursor.text[cursor.at] === "}" || cursor.text[cursor.at] === ")") depth--;
  }
}

const peek = ({ text, at }: Cursor): string => {
  const sign = text[at];
  if (sign === undefined) throw new Broken("the file ends within the entry", 'the brace "}" that closes it: it is cut off');
  return sign;
};

function blanks(cursor: Cursor): void {
  while (/\s/.test(cursor.text[cursor.at] ?? "")) cursor.at++;
}

function read(cursor: Cursor, pattern: RegExp): string {
  blanks(cursor);
  pattern.lastIndex = cursor.at;
  const [found = ""] = pattern.exec(cursor.text) ?? [];
  cursor.at += found.length;
  return found;
}

function expect(cursor: Cursor, sign: string, expected: string): void {
  if (peek(cursor) !== sign) throw new Broken(`"${peek(cursor)}"`, expected);
  cursor.at++;
}
