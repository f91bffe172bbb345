import { ok, type Result, refuse } from "@calcar/vocabulary";
import type { Draft } from "./draft.ts";
import { finishPage } from "./finish-page.ts";
import type { Page } from "./page.ts";
import { type TextFormat, textDraft } from "./page-of-text.ts";
import { decodeText } from "./readers/decode.ts";
import { looksLikeHtml } from "./readers/html/looks-like-html.ts";
import { hasTooManyParts, MOST_BINARY_BYTES, MOST_TEXT_BYTES } from "./readers/limits.ts";
import { isWebArchive, readWebArchive } from "./readers/web-archive/read-web-archive.ts";
import { formatOf, type SourceFormat } from "./source-format.ts";

/** What the name of a page's file tells. */
export interface PageName {
  readonly name: string; // "page.html"; only its ending is looked at
}

const readText = (bytes: Uint8Array, format: TextFormat | "text-or-html"): Result<Draft> => {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text, warnings } = decoded.value;
  if (text.trim() === "") return refuse("invalid", "empty");
  const known = format !== "text-or-html" ? format : looksLikeHtml(text) ? "html" : "text";
  if (hasTooManyParts(text, known)) return refuse("invalid", "too-large");
  return ok(textDraft(text, known, warnings));
};

const readAs = async (bytes: Uint8Array, format: SourceFormat): Promise<Result<Draft>> => {
  if (format === "docx") return (await import("./readers/docx/read-docx.ts")).readDocx(bytes);
  if (format === "pdf") return (await import("./readers/pdf/read-pdf.ts")).readPdf(bytes);
  if (format === "web-archive") return isWebArchive(bytes) ? readWebArchive(bytes) : refuse("invalid", "unreadable");
  return readText(bytes, format);
};

/**
 * Reads a page from the bytes of its file, whatever it is: text, Markdown, HTML, Word, PDF or a web archive. What the
 * bytes are counts more than what the name says. Nothing is fetched, no script is run.
 *
 * @param bytes the whole file
 * @param name its name, for the ending
 * @refuses invalid/empty when there is nothing in it, or only white space
 * @refuses invalid/too-large when it is larger than 25 MB of text or 50 MB of anything else, or has more than 500,000 lines,
 *   tags or cells
 * @refuses invalid/binary when it is neither text nor a format named here
 * @refuses invalid/unsupported-format when it is a known format that is not read: old Word, RTF, Safari's web archive
 */
export const readPage = async (bytes: Uint8Array, { name }: PageName): Promise<Result<Page>> => {
  if (bytes.length === 0) return refuse("invalid", "empty");
  const format = formatOf(bytes, name);
  if (!format.ok) return format;
  const most = format.value === "docx" || format.value === "pdf" || format.value === "web-archive" ? MOST_BINARY_BYTES : MOST_TEXT_BYTES;
  if (bytes.length > most) return refuse("invalid", "too-large");
  const draft = await readAs(bytes, format.value);
  if (!draft.ok) return draft;
  return draft.value.blocks.length === 0 ? refuse("invalid", "empty") : ok(finishPage(draft.value));
};
