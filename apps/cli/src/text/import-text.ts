import { FORMATS, type ImportedEntry, type ImportedFile } from "@calcar/extraction";
import { type Problem, problemLine } from "@calcar/vocabulary";
import type { ImportOutcome } from "../import/outcome.ts";
import { printable, wrap } from "./wrap.ts";

/** Each file with how many of its records were taken, what each of them became, what is open, and why the others were refused. */
export function importText({ imported, files, folder, asked }: ImportOutcome): string {
  const lines = [...imported.flatMap(({ name, file }) => [...fileLines(name, file), ""]), written(files.length, { folder, asked })];
  return `${lines.join("\n")}\n`;
}

function fileLines(name: string, file: ImportedFile): string[] {
  const { format, unit, found, taken, entries, refused, missing } = file;
  const made = unit === "rows" ? `, of ${entries.length} ${entries.length === 1 ? "study" : "studies"}` : "";
  const head = `${printable(name)}: ${FORMATS[format]}, ${taken} of ${found} ${unit} taken${made}, ${refused.length} refused.`;
  return [
    head,
    ...missing.map(item),
    ...entries.flatMap(entryLines),
    ...(refused.length > 0 ? ["", "refused"] : []),
    ...refused.flatMap(({ problems }) => problems.map(item)),
  ];
}

function entryLines({ place, title, source, trial, draft, open, notices }: ImportedEntry): string[] {
  const numbers = draft?.outcomes?.length ?? 0;
  const kinds = [
    source && `source ${source.id}`,
    trial && `trial ${trial.id}`,
    (numbers > 0 || (!source && !trial)) &&
      `draft ${draft?.id} (${counted(draft?.arms?.length ?? 0, "arm")}, ${counted(numbers, "outcome number")})`,
  ].filter((kind) => typeof kind === "string");
  return [
    "",
    `${printable(place)}: ${wrap(printable(title), "  ")}`,
    `  ${wrap(kinds.length === 0 ? "nothing to write" : kinds.join("; "), "  ")}`,
    ...openLines(open, trial !== undefined),
    ...notices.map((notice) => `  not carried over: ${wrap(printable(`${notice.place}: ${notice.problem}`), "    ")}`),
  ];
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

/** The fields of a trial that are open are many and always the same: their names say enough. */
function openLines(open: readonly Problem[], isTrial: boolean): string[] {
  if (!isTrial) return open.map(({ place, problem }) => `  open: ${wrap(printable(`${place}: ${problem}`), "    ")}`);
  return open.length === 0 ? [] : [`  open: ${wrap([...new Set(open.map(({ place }) => place))].join(", "), "    ")}`];
}

const item = (problem: Problem): string => `  ${wrap(printable(problemLine(problem)), "    ")}`;

function written(count: number, { folder, asked }: Pick<ImportOutcome, "folder" | "asked">): string {
  const what = counted(count, "file");
  if (folder !== undefined)
    return `${what} written to ${printable(folder)}. Review each, then move it to knowledge/; a draft goes to calcar extract.`;
  if (count === 0) return `Nothing to write${asked === undefined ? "" : `: ${printable(asked)} was not made`}.`;
  return `${what} would be written: -o FOLDER writes them.`;
}
