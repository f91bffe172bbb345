import type { Scorer } from "@calcar/instruments";
import { emptyRow, type ScoreRow } from "@calcar/instruments";
import { UsageError } from "../usage-error.ts";

/** Where the header of a batch puts each item, and what is carried along. */
export interface Columns {
  readonly width: number;
  readonly itemAt: readonly number[]; // place in the row of each item of the scorer
  readonly carried: readonly number[]; // places of the columns that are no items
  readonly head: readonly string[]; // header of the table of scores
  readonly row: ScoreRow; // filled again for every questionnaire
}

/**
 * Reads the header of a batch.
 *
 * @throws UsageError naming every problem: an item without a column or with two, a code in another case, semicolons for commas
 */
export function columnsOf(compiled: Scorer, header: readonly string[], path: string): Columns {
  const names = header.map((name) => name.trim());
  const codes = compiled.items.map(({ code }) => code);
  const problems = [
    ...separatorProblem(names, codes),
    ...caseProblems(names, codes),
    ...itemProblems(names, codes),
    ...clashes(compiled, names),
  ];
  if (problems.length > 0) throw new UsageError(problems.map((problem) => `${path}: header: ${problem}`).join("\n"));
  const carried = names.flatMap((name, at) => (codes.includes(name) ? [] : [at]));
  return {
    width: names.length,
    itemAt: codes.map((code) => names.indexOf(code)),
    carried,
    head: [...carried.map((at) => names[at]!), ...added(compiled)],
    row: emptyRow(compiled.subscales.length),
  };
}

const added = ({ subscales }: Scorer): string[] => [
  ...subscales.flatMap(({ subscale: { id } }) => [id, `${id}.answered`, `${id}.imputed`]),
  "refused",
  "provisional",
  "instrument",
  "version",
  "form",
  "definition",
];

const separatorProblem = (names: readonly string[], codes: readonly string[]): string[] =>
  names.length === 1 && names[0]!.split(/[;\t]/).some((part) => codes.includes(part.trim()))
    ? ["its columns are separated by semicolons or tabs; expected commas"]
    : [];

const caseProblems = (names: readonly string[], codes: readonly string[]): string[] =>
  names.flatMap((name) => {
    const meant = codes.includes(name) ? undefined : codes.find((code) => code.toLowerCase() === name.toLowerCase());
    return meant === undefined ? [] : [`column ${JSON.stringify(name.slice(0, 80))} is no item; expected ${meant}`];
  });

function itemProblems(names: readonly string[], codes: readonly string[]): string[] {
  const missing = codes.filter((code) => !names.includes(code));
  const twice = codes.filter((code) => names.indexOf(code) !== names.lastIndexOf(code));
  return [
    ...(missing.length === 0 ? [] : [`no column for ${missing.join(", ")}; expected one for every item, empty where unanswered`]),
    ...twice.map((code) => `two columns for ${code}; expected one`),
  ];
}

/** A carried column must not be taken for a score. */
const clashes = (compiled: Scorer, names: readonly string[]): string[] =>
  names
    .filter((name) => added(compiled).includes(name) && !compiled.items.some(({ code }) => code === name))
    .map((name) => `column ${JSON.stringify(name)} has the name of a column that is written; expected another name`);
