import { ok, type Result, refuse } from "@calcar/vocabulary";
import { FlateErrorCode, strFromU8, unzipSync } from "fflate";
import type { Draft } from "../../draft.ts";
import { assemble } from "../assemble.ts";
import { readAddresses } from "./read-addresses.ts";
import { readWordPart, type WordCounts } from "./read-word-part.ts";
import { readStyles } from "./styles.ts";

/** A part unpacked may not be larger, whatever the file says or however small it is packed. */
const MOST_BYTES = 50 * 1024 * 1024;

const DOCUMENT = "word/document.xml";
const STYLES = "word/styles.xml";
const PARTS = /^word\/(?:_rels\/)?(?:document|styles|footnotes|endnotes|header\d*|footer\d*)\.xml(?:\.rels)?$/;
const addressesOf = (name: string): string => `${name.replace("word/", "word/_rels/")}.rels`;

type Files = Readonly<Record<string, Uint8Array>>;

const FLATE_CODES = new Set<unknown>(Object.values(FlateErrorCode));
const isFlateError = (error: unknown): boolean => error instanceof Error && "code" in error && FLATE_CODES.has(error.code);

/** The parts that hold words, unpacked. */
const unpack = (bytes: Uint8Array): Result<Files> => {
  let unpacked = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!PARTS.test(name)) return false;
        unpacked += originalSize;
        return unpacked <= MOST_BYTES;
      },
    });
    return unpacked > MOST_BYTES ? refuse("invalid", "too-large") : ok(files);
  } catch (error) {
    if (isFlateError(error)) return refuse("invalid", "unreadable");
    throw error;
  }
};

const ORDER = ["word/header", DOCUMENT, "word/footnotes", "word/endnotes", "word/footer"];
const placeOf = (name: string): number => ORDER.findIndex((prefix) => name.startsWith(prefix));

/**
 * Reads the words of a Word file: headers, the document, its notes, footers; without what was deleted or hidden.
 *
 * @returns a draft whose text is its own source; its parts are numbered paragraphs
 * @refuses invalid/unreadable when it is no intact ZIP file
 * @refuses invalid/unsupported-format when it holds no Word document
 * @refuses invalid/too-large when it unpacks to more than 50 MB
 */
export const readDocx = (bytes: Uint8Array): Result<Draft> => {
  const unpacked = unpack(bytes);
  if (!unpacked.ok) return unpacked;
  const files = unpacked.value;
  if (!files[DOCUMENT]) return refuse("invalid", "unsupported-format");
  const styles = files[STYLES] ? readStyles(strFromU8(files[STYLES])) : new Map();
  const counts: WordCounts = { paragraphs: 0, tables: 0, characters: 0 };
  const names = Object.keys(files)
    .filter((name) => name !== STYLES && name.endsWith(".xml"))
    .sort((one, other) => placeOf(one) - placeOf(other));
  const read = names.map((name) => {
    const addresses = files[addressesOf(name)];
    return readWordPart(
      strFromU8(files[name]!),
      { styles, addresses: addresses ? readAddresses(strFromU8(addresses)) : new Map() },
      counts,
    );
  });
  const links = read.flatMap((part) => part.links);
  return ok(
    assemble(
      read.flatMap(({ blocks }) => blocks),
      undefined,
      { format: "docx", links, warnings: [] },
    ),
  );
};
