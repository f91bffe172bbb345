import { Pieces } from "../pieces.ts";

/** Properties of schema.org whose values are sentences for readers. */
const READ = new Set([
  "description",
  "text",
  "articleBody",
  "reviewBody",
  "headline",
  "abstract",
  "slogan",
  "disambiguatingDescription",
  "alternativeHeadline",
  "procedure",
  "risks",
]);

const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/gs;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: " ", f: "\f" };

/** Text of one JSON string with its way back; tags inside it part words and are left out. */
const piecesOf = (source: string, start: number, end: number): Pieces => {
  const pieces = new Pieces();
  for (const match of source.slice(start, end).matchAll(/\\u[0-9a-fA-F]{4}|\\.|<[^<>]{0,300}>|[^\\<]+|</gs)) {
    const at = start + match.index;
    const [found] = match;
    const escaped = found.startsWith("\\u")
      ? String.fromCharCode(Number.parseInt(found.slice(2), 16))
      : (ESCAPES[found.charAt(1)] ?? found.charAt(1));
    if (found.startsWith("<") && found.length > 1) pieces.addSpace(at, found.length);
    else if (!found.startsWith("\\")) pieces.addCollapsed(found, at);
    else if (/\s/.test(escaped)) pieces.addSpace(at, found.length);
    else pieces.addWords(escaped, at, found.length);
  }
  return pieces;
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const isRead = (key: string, words: string): boolean => READ.has(key) || (key === "name" && words.trimEnd().endsWith("?"));

/** Where the JSON begins and ends within marks that old pages put around it: "<![CDATA[", "<!--", "//". */
const bare = (json: string): { readonly from: number; readonly to: number } => {
  const from = /^(?:\s|\/\/|\/\*|\*\/|<!\[CDATA\[|<!--)*/.exec(json)?.[0].length ?? 0;
  const tail = json.slice(Math.max(from, json.length - 60));
  return { from, to: json.length - (/(?:\s|\/\/|\/\*|\*\/|\]\]>|-->|;)*$/.exec(tail)?.[0].length ?? 0) };
};

/**
 * The sentences that a block of structured data says about the page, in their order.
 *
 * @param start where the block's JSON begins in `source`
 * @param end where it ends
 * @returns undefined when it is no JSON
 */
export const structuredTexts = (source: string, start: number, end: number): Pieces[] | undefined => {
  const { from: lead, to: tail } = bare(source.slice(start, end));
  const base = start + lead;
  const json = source.slice(base, start + tail);
  if (!isJson(json)) return undefined;
  const found: Pieces[] = [];
  let key = "";
  for (const match of json.matchAll(STRING)) {
    const from = match.index + 1;
    const to = match.index + match[0].length - 1;
    const isKey = /^\s*:/.test(json.slice(to + 1, to + 40));
    if (isKey) key = json.slice(from, to);
    else if (isRead(key, json.slice(from, to))) found.push(piecesOf(source, base + from, base + to));
  }
  return found.filter(({ hasWords }) => hasWords);
};
