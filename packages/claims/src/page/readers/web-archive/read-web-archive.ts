import { ok, type Result, refuse } from "@calcar/vocabulary";
import type { Draft } from "../../draft.ts";
import { decodeText } from "../decode.ts";
import { readHtml } from "../html/read-html.ts";
import { hasTooManyParts } from "../limits.ts";
import { fromBase64, fromQuotedPrintable } from "./transfer.ts";

interface MimePart {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: { readonly start: number; readonly end: number };
}

/** No saved page has more parts, and none is nested deeper. */
const MOST_PARTS = 5000;
const DEEPEST = 5;
const LONGEST_HEAD = 65_536;

/** Bytes as characters of the same number, so that places in the string are places in the bytes. */
const asCharacters = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

const readHead = (archive: string, start: number, end: number): MimePart => {
  const head = archive.slice(start, Math.min(end, start + LONGEST_HEAD));
  const blank = /\r?\n\r?\n/.exec(head);
  const lines = head.slice(0, blank?.index ?? head.length).replace(/\r?\n[ \t]+/g, " ");
  const headers = new Map<string, string>();
  for (const line of lines.split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const body = blank ? start + blank.index + blank[0].length : Math.min(end, start + head.length);
  return { headers, body: { start: body, end } };
};

const boundaryOf = (part: MimePart): string | undefined => {
  const type = part.headers.get("content-type") ?? "";
  return /^multipart\//i.test(type)
    ? (/\bboundary\s{0,9}=\s{0,9}"([^"]{1,200})"/i.exec(type)?.[1] ?? /\bboundary\s{0,9}=\s{0,9}([^\s;"]{1,200})/i.exec(type)?.[1])
    : undefined;
};

const innerParts = (archive: string, part: MimePart, boundary: string): MimePart[] => {
  const parts: MimePart[] = [];
  const mark = `--${boundary}`;
  let at = archive.indexOf(mark, part.body.start);
  while (at >= 0 && at < part.body.end && parts.length < MOST_PARTS && !archive.startsWith("--", at + mark.length)) {
    const start = archive.indexOf("\n", at) + 1;
    const next = archive.indexOf(mark, start);
    const end = next < 0 || next > part.body.end ? part.body.end : next;
    if (start === 0) break;
    parts.push(readHead(archive, start, end));
    at = next;
  }
  return parts;
};

/** The first part that is a page: what the browser showed; the others are frames, styles and pictures. */
const findPage = (archive: string, part: MimePart, depth = 0): MimePart | undefined => {
  const boundary = boundaryOf(part);
  if (boundary === undefined) return /^(?:text\/html|application\/xhtml)/i.test(part.headers.get("content-type") ?? "") ? part : undefined;
  if (depth >= DEEPEST) return undefined;
  for (const inner of innerParts(archive, part, boundary)) {
    const page = findPage(archive, inner, depth + 1);
    if (page) return page;
  }
  return undefined;
};

const bodyOf = (bytes: Uint8Array, { headers, body }: MimePart): Uint8Array => {
  const raw = bytes.subarray(body.start, body.end);
  const encoding = (headers.get("content-transfer-encoding") ?? "").toLowerCase();
  if (encoding === "quoted-printable") return fromQuotedPrintable(raw);
  return encoding === "base64" ? fromBase64(raw) : raw;
};

/** Whether bytes begin as a page saved with all its parts does. */
export const isWebArchive = (bytes: Uint8Array): boolean => {
  const head = asCharacters(bytes.subarray(0, 4096));
  return (
    /^(?:[\w-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}/.test(head) &&
    /^mime-version:/im.test(head) &&
    /^content-type:\s{0,9}multipart\/related/im.test(head)
  );
};

/**
 * Reads the page in a web archive that a browser saved (.mhtml, .mht).
 *
 * @returns a draft whose source is the decoded page, not the archive around it
 * @refuses invalid/unreadable when it holds no page
 * @refuses invalid/too-large when the page has more than 500,000 tags
 */
export const readWebArchive = (bytes: Uint8Array): Result<Draft> => {
  const archive = asCharacters(bytes);
  const page = findPage(archive, readHead(archive, 0, archive.length));
  if (!page) return refuse("invalid", "unreadable");
  const decoded = decodeText(bodyOf(bytes, page));
  if (!decoded.ok) return decoded;
  const { text, warnings } = decoded.value;
  return hasTooManyParts(text, "html") ? refuse("invalid", "too-large") : ok(readHtml(text, "web-archive", warnings));
};
