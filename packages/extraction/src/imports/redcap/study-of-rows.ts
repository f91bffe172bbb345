import type { Figure } from "../../draft/figure.ts";
import type { TableRow } from "../tables/read-table.ts";
import type { ArmMapping, Cell, Mapping, OutcomeMapping } from "./mapping.ts";
import { type Provenance, type RowReader, rowsWhen } from "./row-reader.ts";

type Said = Record<string, unknown>;

/** The draft that the rows of one study come to, before anybody has checked its shape. What is not stated is absent. */
export function studyOfRows(rows: readonly TableRow[], mapping: Mapping, reader: RowReader): Said {
  const shared: Provenance = { source: reader.agreed(rows, mapping.source), at: undefined };
  const paper = said({ source: shared.source, ...each(mapping.paper, (cell) => reader.agreed(rows, cell)) });
  return said({
    paper: Object.keys(paper).length === 0 ? undefined : paper,
    ...each(mapping.words, (cell) => reader.agreed(rows, cell)),
    ...each(mapping.figures, (cell) => agreedFigure(rows, cell, { mapping, reader, shared })),
    ...codesOf(mapping.codes, rows, reader),
    arms: (mapping.arms ?? []).flatMap((arm) => armsOf(rows, arm, { mapping, reader, shared })),
    outcomes: (mapping.outcomes ?? []).flatMap((outcome) =>
      rowsWhen(rows, outcome.when).flatMap((row) => outcomeOf(row, outcome, { mapping, reader, shared })),
    ),
  });
}

interface Context {
  readonly mapping: Mapping;
  readonly reader: RowReader;
  readonly shared: Provenance;
}

const said = (value: Said): Said => Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined));

const each = (cells: Readonly<Record<string, Cell | undefined>> = {}, read: (cell: Cell | undefined) => unknown): Said =>
  Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, read(cell)]));

const codesOf = (
  codes: Readonly<Record<string, Parameters<RowReader["coded"]>[1]>> = {},
  rows: readonly TableRow[],
  reader: RowReader,
): Said => Object.fromEntries(Object.entries(codes).map(([name, coded]) => [name, reader.coded(rows, coded)]));

/** A number that a study states once, in whichever of its rows. */
function agreedFigure(rows: readonly TableRow[], cell: Cell | undefined, { mapping, reader, shared }: Context): Figure | undefined {
  const text = reader.agreed(rows, cell);
  const row = text === undefined ? undefined : rows.find((one) => reader.words(one, cell) === text);
  return row && reader.figure(row, cell, { ...shared, at: reader.words(row, mapping.at) });
}

/** One arm where its name is the same for every study; else one for each row that names it. */
function armsOf(all: readonly TableRow[], arm: ArmMapping, context: Context): Said[] {
  const { reader } = context;
  const rows = rowsWhen(all, arm.when);
  const groups = typeof arm.name === "string" ? rows.map((row) => [row]) : rows.length > 0 ? [rows] : [];
  return groups.flatMap((group) => {
    const name = reader.agreed(group, arm.name);
    if (name === undefined) return [];
    const product = said({ cells: reader.agreed(group, arm.cells), dose: reader.agreed(group, arm.dose) });
    return [
      said({
        name,
        ...codesOf(arm.codes, group, reader),
        product: Object.keys(product).length === 0 ? undefined : product,
        ...each({ route: arm.route, guidance: arm.guidance, note: arm.note }, (cell) => reader.agreed(group, cell)),
        hips: agreedFigure(group, arm.hips, context),
        patients: agreedFigure(group, arm.patients, context),
      }),
    ];
  });
}

/** An outcome of a row, unless the row states none of its numbers. */
function outcomeOf(row: TableRow, outcome: OutcomeMapping, { mapping, reader, shared }: Context): Said[] {
  const { type, report, when: _, at, isBaseline, ...words } = outcome;
  const { as, ...cells } = report;
  const numbers = Object.entries(cells).filter(([, cell]) => typeof cell === "string" && reader.words(row, cell) !== undefined);
  if (numbers.length === 0) return [];
  const provenance = { ...shared, at: reader.words(row, at ?? mapping.at) };
  const read = said({ as, ...each(cells, (cell) => reader.figure(row, cell, provenance)) });
  return [said({ type, ...each(words, (cell) => reader.words(row, cell)), isBaseline, [type === "change" ? "change" : "report"]: read })];
}
