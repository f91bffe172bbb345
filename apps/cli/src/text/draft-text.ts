import type { CheckedDraft } from "@calcar/extraction";
import type { Step } from "@calcar/extraction/schema";
import { problemLine } from "@calcar/vocabulary";
import { printable, wrap } from "./wrap.ts";

/** Where the files were written, if they were. */
interface Written {
  readonly study: string | undefined;
  readonly source: string | undefined;
}

/** What a draft has come to: what is wrong first, then what a reader should know, the conversions, and the files that were not written. */
export function draftText({ problems, notices, steps, files }: CheckedDraft, doubts: readonly string[], written: Written): string {
  const [study, source] = files;
  const head = study
    ? "A study that the catalog reads."
    : `Not a study yet: ${problems.length} ${problems.length === 1 ? "thing is" : "things are"} missing or wrong.`;
  const lines = [
    head,
    ...listed("", problems.map(problemLine)),
    ...listed("To know:", notices.map(problemLine)),
    ...listed("Printed figures that do not add up:", doubts),
    ...(steps.length > 0 ? ["", "Converted:", ...steps.flatMap((step) => [`  ${printable(step.field)}`, ...stepLines(step)])] : []),
    ...(study ? ["", written.study ? `Written: ${printable(written.study)}` : printableFile(study)] : []),
    ...(source ? ["", written.source ? `Written: ${printable(written.source)}` : printableFile(source)] : []),
  ];
  return `${lines.join("\n")}\n`;
}

function listed(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return ["", ...(title ? [title] : []), ...lines.map((line) => `  ${wrap(printable(line), "    ", 110)}`)];
}

/** The file as it would lie under knowledge/. */
const printableFile = ({ path, text }: { path: string; text: string }): string =>
  [`# knowledge/${path}`, ...text.trimEnd().split("\n").map(printable)].join("\n");

/** One conversion: formula, working, what rounding allows, whose method it is. */
export const stepLines = ({ gives, formula, worked, range, caution, sources }: Step): string[] => [
  `  ${wrap(`${gives}: ${worked}`, "    ", 110)}`,
  `    ${wrap(formula, "    ", 110)}`,
  ...(range ? [`    rounding of the printed figures allows ${range[0]} to ${range[1]}`] : []),
  ...(caution ? [`    ${wrap(caution, "    ", 110)}`] : []),
  ...(sources.length > 0 ? [`    source: ${sources.join(", ")}`] : []),
];
