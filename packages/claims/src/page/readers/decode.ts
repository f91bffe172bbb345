import { ok, type Result, refuse } from "@calcar/vocabulary";
import type { PageWarning } from "../page.ts";

/** A file's text without its byte order mark. */
export interface Decoded {
  readonly text: string;
  readonly warnings: readonly PageWarning[];
}

/** Where a page declares its encoding, if it does. */
const DECLARED_WITHIN = 2048;

/** How much of a file is looked at to tell text from anything else. */
const SAMPLE = 65_536;

const MARKS: readonly (readonly [label: string, bytes: readonly number[]])[] = [
  ["utf-32", [0xff, 0xfe, 0, 0]],
  ["utf-32", [0, 0, 0xfe, 0xff]],
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

const markOf = (bytes: Uint8Array): string | undefined => MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];

const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, DECLARED_WITHIN));

/** The encoding a page names in `<meta charset>`, in `http-equiv` or in an XML declaration. */
const declaredEncoding = (bytes: Uint8Array): string | undefined =>
  /<meta\b[^<>]{0,200}?\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{2,40})/i.exec(ascii(bytes))?.[1] ??
  /^\W{0,4}<\?xml[^<>]{0,100}?\bencoding\s{0,9}=\s{0,9}["']([\w:.-]{2,40})/i.exec(ascii(bytes))?.[1];

/** Text in 16 bits without a mark: in European languages every other byte is zero. */
const unmarkedWide = (bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined => {
  const sample = bytes.subarray(0, Math.min(bytes.length - (bytes.length % 2), 4096));
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2]! += 1;
  const half = sample.length / 2;
  if (half < 2) return undefined;
  if (zeros[1]! > half * 0.7 && zeros[0]! < half * 0.05) return "utf-16le";
  return zeros[0]! > half * 0.7 && zeros[1]! < half * 0.05 ? "utf-16be" : undefined;
};

/** Bytes that no text of one byte a letter holds, more often than by accident. */
const isBinary = (bytes: Uint8Array): boolean => {
  const sample = bytes.subarray(0, SAMPLE);
  let odd = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd++;
  return sample.includes(0) || odd > sample.length / 100;
};

const decoderOf = (label: string, fatal: boolean): InstanceType<typeof TextDecoder> | undefined => {
  try {
    return new TextDecoder(label, { fatal });
  } catch (error) {
    if (error instanceof RangeError) return undefined; // no encoding of this name
    throw error;
  }
};

const strictly = (bytes: Uint8Array, label: string): string | undefined => {
  const decoder = decoderOf(label, true);
  if (!decoder) return undefined;
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined; // bytes that this encoding does not allow
    throw error;
  }
};

const REPLACED = "\ufffd";

const noted = (text: string, warnings: readonly PageWarning[] = []): Result<Decoded> => {
  const lost: PageWarning[] = text.includes(REPLACED) ? [{ code: "replacement-characters" }] : [];
  const control: PageWarning[] = /(?!\s|\u0085)\p{Cc}/u.test(text) ? [{ code: "control-characters" }] : [];
  return ok({ text, warnings: [...warnings, ...lost, ...control] });
};

/** A few broken letters in a text that is UTF-8 otherwise do not make it another encoding. */
const nearlyUtf8 = (bytes: Uint8Array): string | undefined => {
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = text.split(REPLACED, 10_000).length - 1;
  const foreign = (text.slice(0, 2_000_000).match(/(?!\ufffd)\P{ASCII}/gu) ?? []).length;
  return foreign > broken * 4 ? text : undefined;
};

const isUnicode = (encoding: string): boolean => encoding === "utf-8" || encoding.startsWith("utf-16");

/** Text that names no encoding, or names one that bytes without zeros cannot be in. */
const undeclared = (bytes: Uint8Array, utf8: string | undefined): Result<Decoded> => {
  const text = utf8 ?? nearlyUtf8(bytes);
  if (text !== undefined) return noted(text);
  return noted(new TextDecoder("windows-1252").decode(bytes), [{ code: "encoding-guessed", detail: "windows-1252" }]);
};

const withoutMark = (bytes: Uint8Array): Result<Decoded> => {
  const wide = unmarkedWide(bytes);
  if (wide) return noted(new TextDecoder(wide).decode(bytes));
  if (isBinary(bytes)) return refuse("invalid", "binary");
  const name = declaredEncoding(bytes);
  const utf8 = strictly(bytes, "utf-8");
  const declared = name === undefined ? undefined : decoderOf(name, false)?.encoding;
  if (name !== undefined && declared === undefined && utf8 === undefined) return refuse("invalid", "unknown-encoding", [name]);
  if (declared === undefined || isUnicode(declared)) return undeclared(bytes, utf8);
  if (utf8 !== undefined && /\P{ASCII}/u.test(utf8)) return noted(utf8, [{ code: "encoding-mismatch", detail: declared }]);
  return noted(new TextDecoder(declared).decode(bytes));
};

/**
 * Reads bytes as text: by their byte order mark, as strict UTF-8, as what the page declares, and in the end as
 * windows-1252, which is said in a warning.
 *
 * @refuses invalid/binary when the bytes are no text
 * @refuses invalid/unknown-encoding when they are neither UTF-8 nor in an encoding this program knows; `missing` names it
 */
export const decodeText = (bytes: Uint8Array): Result<Decoded> => {
  const mark = markOf(bytes);
  if (mark === "utf-32") return refuse("invalid", "unknown-encoding", [mark]);
  if (!mark) return withoutMark(bytes);
  const text = new TextDecoder(mark).decode(bytes);
  return text.includes("\u0000") ? refuse("invalid", "binary") : noted(text);
};
