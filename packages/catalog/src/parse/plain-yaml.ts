import { flowValue, put } from "./flow.ts";
import { type Line, type Lines, linesOf, peek, Unusual } from "./lines.ts";
import { checkPlain, plain, quoted, resolve } from "./scalars.ts";

/**
 * Reads the plain part of YAML that knowledge files are written in, about thirty times as fast as the library.
 *
 * Block maps and lists, flow maps and lists, plain and quoted scalars. Anything else, and anything that looks wrong, is
 * left to the library, which also finds the words for it. What is read here is what the library reads: a property of the tests.
 *
 * @returns the value in a box, or undefined when the text is not all plain
 */
export function readPlain(text: string): { readonly value: unknown } | undefined {
  try {
    const lines = linesOf(text);
    const first = peek(lines);
    if (first === undefined || first.indent !== 0) return undefined;
    const value = block(0, lines);
    return peek(lines) === undefined ? { value } : undefined;
  } catch (error) {
    if (error instanceof Unusual || error instanceof RangeError) return undefined; // RangeError: nested too deeply for us
    throw error;
  }
}

const KEY = /^(?:([A-Za-z][\w.-]{0,100})|"([^"\\]{1,100})"):(?: (?! )|$)/;

/** The map or list whose lines stand at this indent. */
function block(indent: number, lines: Lines): unknown {
  const line = peek(lines)!;
  return isItem(line) ? list(indent, lines) : map(indent, lines);
}

const isItem = ({ text }: Line): boolean => text === "-" || text.startsWith("- ");

function map(indent: number, lines: Lines): Record<string, unknown> {
  const pairs: Record<string, unknown> = {};
  for (let line = peek(lines); line !== undefined && line.indent >= indent; line = peek(lines)) {
    const match = KEY.exec(line.text);
    if (line.indent !== indent || !match) throw new Unusual();
    const key = match[1] ?? match[2]!;
    if (match[1] !== undefined && resolve(key) !== key) throw new Unusual();
    lines.next++;
    put(pairs, key, valueAfter(line.text.slice(match[0].length), { indent, isInMap: true }, lines));
  }
  return pairs;
}

function list(indent: number, lines: Lines): unknown[] {
  const items: unknown[] = [];
  for (let line = peek(lines); line !== undefined && line.indent >= indent; line = peek(lines)) {
    if (line.indent !== indent) throw new Unusual();
    if (!isItem(line)) return items; // the next key of the map around a list that is not indented
    const rest = line.text.slice(2);
    if (rest.startsWith(" ") || isItem({ indent, text: rest })) throw new Unusual();
    if (KEY.test(rest)) {
      lines.all[lines.next] = { indent: indent + 2, text: rest }; // a map that starts on the line of its dash
      items.push(map(indent + 2, lines));
    } else {
      lines.next++;
      items.push(valueAfter(rest, { indent, isInMap: false }, lines));
    }
  }
  return items;
}

interface Parent {
  readonly indent: number;
  readonly isInMap: boolean;
}

/** What follows a key or a dash: on the same line, or below it and deeper. */
function valueAfter(text: string, parent: Parent, lines: Lines): unknown {
  if (text === "") return below(parent, lines);
  if (text.startsWith("{") || text.startsWith("[")) return flowValue(text, parent.indent, lines);
  if (text.startsWith('"') || text.startsWith("'")) {
    const { value, rest } = quoted(text, parent.indent, lines);
    if (rest !== "") throw new Unusual();
    return value;
  }
  return resolve(plain(checkPlain(text), parent.indent, lines));
}

function below({ indent, isInMap }: Parent, lines: Lines): unknown {
  const line = peek(lines);
  if (line !== undefined && line.indent > indent) {
    if (isItem(line) || KEY.test(line.text)) return block(line.indent, lines);
    lines.next++;
    return valueAfter(line.text, { indent, isInMap }, lines);
  }
  if (isInMap && line !== undefined && line.indent === indent && isItem(line)) return list(indent, lines);
  return null;
}
