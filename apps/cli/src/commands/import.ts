import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { ENCODINGS, FORMATS, type ImportFormat, type ImportOptions, importFile, libraryOf } from "@calcar/extraction";
import { dayOf, problemLine } from "@calcar/vocabulary";
import type { ImportOutcome, NamedImport } from "../import/outcome.ts";
import { EXIT, type Io } from "../io.ts";
import { formatOf, oneOf } from "../options.ts";
import { importText } from "../text/import-text.ts";
import { printable } from "../text/wrap.ts";
import { UsageError } from "../usage-error.ts";

const HELP = `calcar import FILE|- ... [-o FOLDER] [options]

Records of papers, registered trials and data of studies, from the files of other programs to files of this knowledge that a person
reviews: sources/, trials/ and drafts/ (for calcar extract). Nothing is guessed or filled in: what a file does not state is absent,
what a person has to decide stands at the top of each file, a document that is on file already is named and not written again.

  -o FOLDER                a new folder, made whole or not at all; without it nothing is written
  --as FORMAT              ${Object.keys(FORMATS).join(", ")}; by what the file holds unless stated
  --mapping FILE           for REDCap: which column is what, in YAML or JSON
  --encoding NAME          ${ENCODINGS.join(", ")}; UTF-8 unless the file itself says otherwise
  --decimal-comma          RevMan tables: numbers have decimal commas (a mapping of REDCap says so itself)
  --format text|json

  RIS, BibTeX              records of papers, as reference managers and databases save them
  PubMed XML               as PubMed sends it (efetch) or saves it
  ClinicalTrials.gov JSON  of its API, version 2: one study, or a page of studies; posted results become a draft
  RevMan CSV               analysis data of RevMan 5, or the data rows of RevMan Web
  REDCap CSV               raw data of a data-extraction instrument

  npm run -s calcar -- import examples/imports/library.ris
  npm run -s calcar -- import examples/imports/clinicaltrials.json -o imported
  npm run -s calcar -- import examples/imports/redcap.csv --mapping examples/imports/redcap-mapping.yaml --format json

Exit status: 0 every record was taken; 1 some were refused or are not in the file, each with the reason; 2 a file cannot be used, and nothing is written;
3 the folder cannot be written.
`;

const OPTIONS = {
  output: { type: "string", short: "o" },
  as: { type: "string" },
  mapping: { type: "string" },
  encoding: { type: "string" },
  "decimal-comma": { type: "boolean" },
  format: { type: "string" },
  help: { type: "boolean" },
} satisfies ParseArgsOptionsConfig;

/** Files of other programs to files of this knowledge, for a person to review. Exit 1 when some record was refused. */
export async function importCommand(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  if (values.help) {
    io.out(HELP);
    return EXIT.done;
  }
  const format = formatOf(values.format);
  if (positionals.length === 0) throw new UsageError("import takes at least one FILE, or - for standard input");
  const imported = await readAll(io, positionals, values);
  if (!imported) return EXIT.badInput;
  const files = imported.flatMap(({ file }) => file.entries.flatMap((entry) => entry.files));
  const folder = values.output !== undefined && files.length > 0 ? values.output : undefined;
  if (folder !== undefined) io.createFolder(folder, files);
  const outcome = { imported, files, folder, asked: values.output };
  io.out(format === "json" ? `${JSON.stringify(asJson(outcome, io.catalog().version), null, 2)}\n` : importText(outcome));
  return imported.some(({ file }) => file.refused.length + file.missing.length > 0) ? EXIT.no : EXIT.done;
}

interface Given {
  readonly as?: string | undefined;
  readonly mapping?: string | undefined;
  readonly encoding?: string | undefined;
  readonly "decimal-comma"?: boolean | undefined;
}

/** Every file, or undefined when one of them cannot be used: then each problem is on standard error. */
async function readAll(io: Io, paths: readonly string[], given: Given): Promise<NamedImport[] | undefined> {
  const options = optionsOf(io, given);
  const imported: NamedImport[] = [];
  for (const path of paths) {
    const name = path === "-" ? "standard input" : path;
    const read = importFile(path === "-" ? await io.stdin() : io.readFile(path), options);
    if (read.ok) imported.push({ name, file: read.value });
    else for (const problem of read.problems) io.err(`${printable(`${name}: ${problemLine(problem)}`)}\n`);
  }
  return imported.length === paths.length ? imported : undefined;
}

const optionsOf = (io: Io, { as, mapping, encoding, "decimal-comma": comma }: Given): ImportOptions => ({
  as: as === undefined ? undefined : oneOf("--as", as, Object.keys(FORMATS) as ImportFormat[]),
  encoding: encoding === undefined ? undefined : oneOf("--encoding", encoding, ENCODINGS),
  mapping: mapping === undefined ? undefined : textOf(mapping, io.readFile(mapping)),
  decimal: comma ? "," : undefined,
  library: libraryOf(io.catalog(), dayOf(io.now)),
});

function textOf(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`${path}: is not UTF-8; expected a mapping in YAML or JSON`);
    throw error;
  }
}

const asJson = ({ imported, files, folder }: ImportOutcome, knowledge: string) => ({
  schema: "calcar-import/1",
  imported: imported.map(({ name, file }) => ({
    name,
    ...file,
    entries: file.entries.map((entry) => ({ ...entry, files: entry.files.map(({ path }) => path) })),
  })),
  ...(folder === undefined ? {} : { folder }),
  files,
  knowledge,
});
