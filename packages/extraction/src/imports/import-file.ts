import type { Read } from "@calcar/vocabulary";
import { readBibtex } from "./bibliography/read-bibtex.ts";
import { readRis } from "./bibliography/read-ris.ts";
import { readClinicalTrials } from "./clinicaltrials/read-clinical-trials.ts";
import { decodeText, type Encoding } from "./decode-text.ts";
import { detectFormat } from "./detect-format.ts";
import { importBibliography } from "./import-bibliography.ts";
import { FORMATS, type ImportedFile, type ImportFormat } from "./imported.ts";
import type { Library } from "./library.ts";
import { readPubmed } from "./pubmed/read-pubmed.ts";
import { readRedcap } from "./redcap/read-redcap.ts";
import { readRevman } from "./revman/read-revman.ts";
import type { Decimal } from "./tables/printed-number.ts";

export interface ImportOptions {
  readonly as?: ImportFormat | undefined; // by what the file holds when absent
  readonly encoding?: Encoding | undefined; // UTF-8, or what the file itself says, when absent
  readonly decimal?: Decimal | undefined; // of RevMan tables; "." when absent
  readonly mapping?: string | undefined; // the text of a mapping, for REDCap
  readonly library: Library;
}

/**
 * Reads a file of records, registered trials or study data into sources, trials and drafts of studies.
 *
 * Nothing is guessed and nothing is filled in: what the file does not state is absent, what a person has to decide is listed, every
 * record that cannot be read is refused by its place. How far anything was checked is for a person to say.
 *
 * @param options `library` is what is on file; it grows, so that the next file finds what this one brought
 */
export function importFile(bytes: Uint8Array, options: ImportOptions): Read<ImportedFile> {
  const decoded = decodeText(bytes, options.encoding);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  const format = options.as ?? detectFormat(text, options.mapping !== undefined);
  if (format === undefined) return refused("none of the formats that are read", Object.values(FORMATS).join(", "));
  if (format !== "redcap" && options.mapping !== undefined)
    return refused(`a mapping, for ${FORMATS[format]}`, "a mapping for REDCap only");
  return READERS[format](text, options);
}

const READERS: Readonly<Record<ImportFormat, (text: string, options: ImportOptions) => Read<ImportedFile>>> = {
  ris: (text, { library }) => ({ ok: true, value: importBibliography("ris", readRis(text), library) }),
  bibtex: (text, { library }) => ({ ok: true, value: importBibliography("bibtex", readBibtex(text), library) }),
  pubmed: (text, { library }) => {
    const file = readPubmed(text);
    return file.ok ? { ok: true, value: importBibliography("pubmed", file.value, library) } : file;
  },
  clinicaltrials: (text, { library }) => readClinicalTrials(text, library),
  revman: (text, { decimal = ".", library }) => readRevman(text, { decimal, library }),
  redcap: (text, { mapping, library }) =>
    mapping === undefined ? refused("no mapping", "a mapping that says which column is what") : readRedcap(text, { mapping, library }),
};

const refused = (problem: string, expected: string): Read<never> => ({ ok: false, problems: [{ place: "file", problem, expected }] });
