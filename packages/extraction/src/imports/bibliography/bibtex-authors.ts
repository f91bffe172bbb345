import { type Author, body, ET_AL, person } from "./author.ts";
import { plainText } from "./latex-text.ts";

export interface BibtexAuthors {
  readonly authors: readonly Author[];
  readonly unknown: readonly string[]; // LaTeX commands that nobody here knows
}

/** "First von Last and von Last, Jr, First and {A Body} and others": what stands in braces is one word. */
export function bibtexAuthors(field: string): BibtexAuthors {
  const unknown: string[] = [];
  const plain = (text: string): string => {
    const read = plainText(text);
    unknown.push(...read.unknown);
    return read.text;
  };
  const authors = splitOutside(field.replaceAll(/\s+/g, " "), / and /iy)
    .map((name) => name.replaceAll(/^(?:and )+|(?: and)+$/gi, "").trim()) // "and and" names nobody between
    .filter((name) => name !== "")
    .map((name) => authorOf(name, plain));
  return { authors, unknown };
}

function authorOf(name: string, plain: (text: string) => string): Author {
  if (/^others$/i.test(name)) return ET_AL;
  if (/^\{[^{}]*\}$/.test(name)) return body(plain(name));
  const parts = splitOutside(name, /,/y).map((part) => plain(part));
  if (parts.length >= 3) return person(parts[0]!, parts[2]!, parts[1]);
  if (parts.length === 2) return person(parts[0]!, parts[1]!);
  const words = splitOutside(name, /[\s~]+/y);
  if (words.length === 1) return body(plain(name));
  const von = words.findIndex((word, at) => at > 0 && at < words.length - 1 && /^\p{Ll}/u.test(word));
  const family = von < 0 ? words.length - 1 : von;
  return person(plain(words.slice(family).join(" ")), plain(words.slice(0, family).join(" ")));
}

/** Splits a text where a sticky pattern matches outside braces. */
function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let [from, depth] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "{") depth++;
    if (text[at] === "}") depth--;
    separator.lastIndex = at;
    const found = depth === 0 ? separator.exec(text) : null;
    if (!found) continue;
    parts.push(text.slice(from, at));
    from = at + found[0].length;
    at = from - 1;
  }
  return [...parts, text.slice(from)];
}
