import type { RefusedRecord } from "./record.ts";
import { refusedRecord } from "./record.ts";

/** One entry of a BibTeX file: its fields still in LaTeX, names in lower case. */
export interface BibtexEntry {
  readonly place: string;
  readonly type: string; // "article"
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly left: ReadonlyMap<string, string>; // fields that are left out, and why
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
    if (type === "string") for (const [name, value] of fields(cursor, macros, new Map())) macros.set(name, value);
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

function entry(cursor: Cursor, macros: ReadonlyMap<string, string>): Pick<BibtexEntry, "key" | "fields" | "left"> {
  const key = read(cursor, /[^\s,{}()=#"%]*/y);
  blanks(cursor);
  if (peek(cursor) === cursor.close) {
    cursor.at++;
    return { key, fields: new Map(), left: new Map() };
  }
  expect(cursor, ",", `a comma after the key "${key.slice(0, 40)}"`);
  const left = new Map<string, string>();
  return { key, fields: fields(cursor, macros, left), left };
}

/** @param left takes the fields whose value is none or two, and why: neither of two values wins */
function fields(cursor: Cursor, macros: ReadonlyMap<string, string>, left: Map<string, string>): Map<string, string> {
  const found = new Map<string, string>();
  while (!isClosed(cursor)) {
    const { name, value, unknown } = field(cursor, macros);
    if (unknown !== undefined) left.set(name, `the abbreviation "${unknown.slice(0, 40)}" is nowhere defined`);
    else if ((found.get(name) ?? value) !== value) left.set(name, "is stated twice");
    found.set(name, value);
  }
  for (const name of left.keys()) found.delete(name);
  return found;
}

/** Passes over blanks and commas, and over the brace that closes the entry when it stands there. */
function isClosed(cursor: Cursor): boolean {
  while (/[\s,]/.test(peek(cursor))) cursor.at++;
  if (peek(cursor) !== cursor.close) return false;
  cursor.at++;
  return true;
}

function field(cursor: Cursor, macros: ReadonlyMap<string, string>): Value & { readonly name: string } {
  const name = read(cursor, /[^\s,{}()=#"%@]+/y).toLowerCase();
  if (name === "")
    throw new Broken(`"${peek(cursor)}" where a field begins`, 'fields as in: title = {...}, with a comma between, closed by "}"');
  blanks(cursor);
  expect(cursor, "=", `"=" after ${name.slice(0, 40)}`);
  const value = fieldValue(cursor, macros);
  blanks(cursor);
  if (peek(cursor) !== "," && peek(cursor) !== cursor.close)
    throw new Broken(`"${peek(cursor)}" after the value of ${name.slice(0, 40)}`, "a comma, or the brace that closes the entry");
  return { name, ...value };
}

interface Value {
  readonly value: string;
  readonly unknown: string | undefined; // an abbreviation that nobody defined
}

/** Pieces joined by "#": in braces, in quotes, a number or an abbreviation. */
function fieldValue(cursor: Cursor, macros: ReadonlyMap<string, string>): Value {
  let [value, unknown]: [string, string | undefined] = ["", undefined];
  do {
    blanks(cursor);
    const next = piece(cursor, macros);
    unknown ??= next.unknown;
    value += next.value;
    if (value.length > LONGEST_VALUE) throw new Broken(`a value of more than ${LONGEST_VALUE} characters`, "one reference");
    blanks(cursor);
  } while (peek(cursor) === "#" && cursor.at++ >= 0);
  return { value, unknown };
}

function piece(cursor: Cursor, macros: ReadonlyMap<string, string>): Value {
  if (peek(cursor) === "{" || peek(cursor) === '"') return { value: quoted(cursor), unknown: undefined };
  const word = read(cursor, /[^\s,{}()=#"%]+/y);
  if (word === "") throw new Broken(`"${peek(cursor)}" where a value begins`, "a value in braces or quotes, a number or an abbreviation");
  const value = /^\d+$/.test(word) ? word : macros.get(word.toLowerCase());
  return { value: value ?? "", unknown: value === undefined ? word : undefined };
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
