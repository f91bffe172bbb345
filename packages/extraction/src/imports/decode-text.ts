import type { Problem, Read } from "@calcar/vocabulary";

/** The encodings that a person may state. A byte-order mark says the same, and an XML declaration does. */
export const ENCODINGS = ["utf-8", "windows-1252", "utf-16le", "utf-16be"] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/** Largest file that is read: an export of some thousand records has a tenth of it. */
export const MOST_BYTES = 50_000_000;

/**
 * The text of a file. Its encoding is taken from its byte-order mark, from the XML declaration or from what a person stated; else it
 * must be UTF-8. It is never guessed: a wrong guess turns the names of authors into other names.
 *
 * @param stated what the person said; a byte-order mark that says otherwise is a problem
 */
export function decodeText(bytes: Uint8Array, stated?: Encoding): Read<DecodedText> {
  if (bytes.length > MOST_BYTES) return refused(`${bytes.length} bytes`, `at most ${MOST_BYTES} bytes: split the file`);
  const marked = byteOrderMark(bytes);
  if (marked && stated !== undefined && marked !== stated) return refused(`its byte-order mark says ${marked}`, `${stated}, as stated`);
  const encoding = marked ?? stated ?? declared(bytes) ?? "utf-8";
  if (!isKnown(encoding)) return refused(`declares the encoding ${encoding.slice(0, 40)}`, `one of ${ENCODINGS.join(", ")}`);
  const text = decode(bytes, encoding);
  if (text === undefined) return undecodable(bytes, encoding);
  if (text.trim() === "") return refused("empty", "records");
  return clean({ text: text.replaceAll(/\r\n?/g, "\n"), encoding });
}

const isKnown = (encoding: string): encoding is Encoding => ENCODINGS.some((known) => known === encoding);

function byteOrderMark([first, second, third]: Uint8Array): Encoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

/** What `<?xml version="1.0" encoding="..."?>` at the start says. ISO-8859-1 is read as its superset, as browsers do. */
function declared(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const name = /^\s*<\?xml\s[^>]*encoding=["']([\w.:-]+)["']/.exec(start)?.[1]?.toLowerCase();
  return name === "iso-8859-1" || name === "us-ascii" ? "windows-1252" : name;
}

function decode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function undecodable(bytes: Uint8Array, encoding: Encoding): Read<never> {
  const expected = "UTF-8, or the encoding stated: windows-1252 for older Windows programs, utf-16le for some spreadsheets";
  if (bytes.includes(0)) return refused("holds zero bytes, as UTF-16 does without a byte-order mark", expected);
  return refused(`is not ${encoding}`, expected, firstFault(bytes, encoding));
}

/** The line of the first byte that the encoding does not allow. */
function firstFault(bytes: Uint8Array, encoding: Encoding): number | undefined {
  const start = new TextDecoder(encoding).decode(bytes).indexOf("\uFFFD");
  return start < 0 ? undefined : new TextDecoder(encoding).decode(bytes).slice(0, start).split("\n").length;
}

/** Characters that no text holds: what a wrong encoding leaves behind, or a file that is no text at all. */
const NO_TEXT = /(?![\t\n\f\r\u0085])[\p{Cc}\ufffe\uffff]/u;

function clean(decoded: DecodedText): Read<DecodedText> {
  const at = decoded.text.search(NO_TEXT);
  if (at < 0) return { ok: true, value: decoded };
  const code = decoded.text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
  return refused(`the control character U+${code}`, "text in its right encoding", decoded.text.slice(0, at).split("\n").length);
}

function refused(problem: string, expected: string, line?: number): Read<never> {
  const problems: Problem[] = [{ place: line === undefined ? "file" : `line ${line}`, problem, expected }];
  return { ok: false, problems };
}
