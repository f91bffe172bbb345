import { ok, type Result, refuse } from "@calcar/vocabulary";
import { isWebArchive } from "./readers/web-archive/read-web-archive.ts";

/** How the bytes of a file are to be read. */
export type SourceFormat = "text" | "markdown" | "html" | "text-or-html" | "docx" | "pdf" | "web-archive";

const ENDINGS: ReadonlyMap<string, SourceFormat> = new Map([
  ["txt", "text"],
  ["text", "text"],
  ["md", "markdown"],
  ["markdown", "markdown"],
  ["html", "html"],
  ["htm", "html"],
  ["xhtml", "html"],
  ["mhtml", "web-archive"],
  ["mht", "web-archive"],
]);

const startsWith = (bytes: Uint8Array, start: string): boolean =>
  [...start].every((character, index) => bytes[index] === character.charCodeAt(0));

const OLE = "\u00d0\u00cf\u0011\u00e0";

/** Old Office files, and new ones behind a password, share a container; the latter say so inside. */
const isEncryptedOffice = (bytes: Uint8Array): boolean =>
  new TextDecoder("latin1").decode(bytes.subarray(0, 65_536)).includes([..."EncryptedPackage"].join("\u0000")) ||
  new TextDecoder("latin1").decode(bytes.subarray(-65_536)).includes([..."EncryptedPackage"].join("\u0000"));

/** PDF allows rubbish before its first line. */
const isPdf = (bytes: Uint8Array): boolean => new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-");

/**
 * Tells by its first bytes how a file is to be read, and by its name where bytes cannot tell.
 *
 * @refuses invalid/encrypted when it is an Office file behind a password
 * @refuses invalid/unsupported-format when it is a known format that is not read
 */
export const formatOf = (bytes: Uint8Array, name: string): Result<SourceFormat> => {
  const ending = /\.([a-z]{2,8})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const named = ENDINGS.get(ending);
  if (startsWith(bytes, "PK\u0003\u0004")) return ok("docx");
  if (startsWith(bytes, OLE)) return refuse("invalid", isEncryptedOffice(bytes) ? "encrypted" : "unsupported-format");
  if (startsWith(bytes, "{\\rtf") || startsWith(bytes, "bplist00")) return refuse("invalid", "unsupported-format");
  if (ending === "pdf" || (named === undefined && isPdf(bytes)) || startsWith(bytes, "%PDF-")) return ok("pdf");
  if (ending === "docx") return refuse("invalid", "unreadable");
  if (named === undefined && isWebArchive(bytes)) return ok("web-archive");
  return ok(named ?? "text-or-html");
};
