import { setFlagsFromString } from "node:v8";
import type { CatalogInstrument } from "@calcar/catalog";
import { readCell, refusalOf, type ScoreOptions, type ScoreRow, type Scorer, scorer } from "@calcar/instruments";
import { csvLine, type Problem, problemLine } from "@calcar/vocabulary";
import { EXIT, type Io, type NewFile } from "../io.ts";
import { printable } from "../text/wrap.ts";
import { UsageError } from "../usage-error.ts";
import { type Columns, columnsOf } from "./columns.ts";
import { csvRows } from "./csv-rows.ts";
import { needsForm } from "./needs-form.ts";

export interface Batch {
  readonly instrument: CatalogInstrument;
  readonly options: ScoreOptions;
  readonly path: string;
  readonly refusedPath: string | undefined;
}

/** So many problems are named on the terminal; the file of `--refused` has them all. */
const NAMED = 20;

/**
 * Scores a table of questionnaires as it streams by: one row in, one row out, memory flat.
 *
 * A row with an impossible answer keeps its place, has no score, and names its problem; nothing in it is guessed or dropped.
 *
 * @returns 0 when every row could be read, 1 when some could not
 */
export async function scoreBatch(io: Io, { instrument, options, path, refusedPath }: Batch): Promise<number> {
  const compiled = scorer(instrument, options);
  if (compiled.refused) throw new UsageError(needsForm(instrument));
  setFlagsFromString("--semi-space-growth-factor=1"); // rows die young: without room to linger in, memory stays flat
  const refused = new RefusedRows(io, path, refusedPath === undefined ? undefined : io.newFile(refusedPath));
  try {
    const rows = await scoreRows(io, compiled, { path, refused });
    return await refused.report(rows);
  } catch (error) {
    await refused.abandon();
    throw error;
  }
}

/** Writes a line of scores for each row; the number of questionnaires. */
async function scoreRows(io: Io, compiled: Scorer, { path, refused }: { path: string; refused: RefusedRows }): Promise<number> {
  let columns: Columns | undefined;
  const scoredRow = (cells: readonly string[], line: number): ScoredRow => {
    if (columns !== undefined) return rowOf(compiled, columns, cells, line);
    columns = columnsOf(compiled, cells, path);
    return { line, text: csvLine(columns.head), problems: [] };
  };
  let lines = 0;
  for await (const rows of csvRows(io.open(path), path, scoredRow)) {
    lines += rows.length;
    for (const { line, problems } of rows) if (problems.length > 0) await refused.add(line, problems);
    await io.write(rows.map(({ text }) => text).join(""));
  }
  if (columns === undefined) throw new UsageError(`${path}: empty; expected a header row of item codes and one questionnaire per row`);
  return lines - 1;
}

interface ScoredRow {
  readonly line: number;
  readonly text: string;
  readonly problems: readonly Problem[];
}

function rowOf(compiled: Scorer, columns: Columns, cells: readonly string[], line: number): ScoredRow {
  const read = readRow(compiled, columns, cells);
  const text = csvLine([...columns.carried.map((at) => cells[at] ?? ""), ...scored(compiled, columns, read)]);
  return { line, text, problems: read.problems };
}

interface ReadRow {
  readonly given: Float64Array;
  readonly problems: readonly Problem[];
}

function readRow({ items }: Scorer, { itemAt, width }: Columns, cells: readonly string[]): ReadRow {
  const given = new Float64Array(items.length).fill(Number.NaN);
  if (cells.length !== width)
    return { given, problems: [{ place: "row", problem: `${cells.length} cells`, expected: `${width}, as in the header` }] };
  const problems: Problem[] = [];
  for (let i = 0; i < items.length; i++) {
    const read = readCell(items[i]!, cells[itemAt[i]!]!);
    if (typeof read === "number") given[i] = read;
    else problems.push(read);
  }
  return { given, problems };
}

function scored(compiled: Scorer, { row }: Columns, { given, problems }: ReadRow): string[] {
  const blank = compiled.subscales.flatMap(() => ["", "", ""]);
  if (problems.length > 0) return [...blank, problems.map((problem) => problemLine(problem)).join(" | "), ...made(compiled, "")];
  compiled.fill(given, row);
  const cells = compiled.subscales.flatMap((_, place) => [
    row.refused[place] === 0 ? String(row.values[place]) : "",
    String(row.answered[place]),
    String(row.imputed[place]),
  ]);
  return [...cells, reasons(compiled, row, given), ...made(compiled, marked(row))];
}

function reasons(compiled: Scorer, row: ScoreRow, given: Float64Array): string {
  const texts: string[] = [];
  for (let place = 0; place < row.refused.length; place++) {
    const refusal = row.refused[place] === 0 ? null : refusalOf(compiled, row, { place, given });
    if (!refusal) continue;
    const missing = refusal.missing === undefined ? "" : ` (${refusal.missing.join(" ")})`;
    texts.push(`${compiled.subscales[place]!.subscale.id}: ${refusal.kind}/${refusal.code}${missing}`);
  }
  return texts.join(" | ");
}

/** Whether some score of the row rests on what no source confirms. */
const marked = ({ marks, refused }: ScoreRow): string =>
  marks.some((bits, place) => bits !== 0 && refused[place] === 0) ? "provisional" : "";

const made = ({ instrument: { id, version, definition }, form = "" }: Scorer, provisional: string): string[] => [
  provisional,
  id,
  version,
  form,
  definition,
];

/** The rows that could not be read: the first few on the terminal, all of them in a file where one is asked for. */
class RefusedRows {
  #rows = 0;
  #problems = 0;
  readonly #io: Io;
  readonly #path: string;
  readonly #file: NewFile | undefined;

  constructor(io: Io, path: string, file: NewFile | undefined) {
    this.#io = io;
    this.#path = path;
    this.#file = file;
  }

  async add(line: number, problems: readonly Problem[]): Promise<void> {
    if (this.#rows === 0) await this.#file?.write(csvLine(["line", "column", "problem", "expected"]));
    this.#rows += 1;
    for (const problem of problems) {
      this.#problems += 1;
      if (this.#problems <= NAMED) this.#io.err(`${printable(`${this.#path}:${line}: ${problemLine(problem)}`)}\n`);
      await this.#file?.write(csvLine([String(line), problem.place, problem.problem, problem.expected]));
    }
  }

  async report(rows: number): Promise<number> {
    if (this.#rows === 0) await this.#file?.write(csvLine(["line", "column", "problem", "expected"]));
    await this.#file?.done();
    if (this.#problems > NAMED) this.#io.err(`... and ${this.#problems - NAMED} more; --refused FILE.csv names them all\n`);
    this.#io.err(`${this.#path}: ${rows - this.#rows} of ${rows} rows read, ${this.#rows} refused\n`);
    return this.#rows === 0 ? EXIT.done : EXIT.no;
  }

  async abandon(): Promise<void> {
    await this.#file?.abandon();
  }
}
