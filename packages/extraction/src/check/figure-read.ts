import { type Printed, readPrinted } from "@calcar/statistics";
import type { Figure } from "../draft/figure.ts";
import { FIGURE_KINDS, type FigureKindName } from "./figure-kinds.ts";
import { type Ledger, maybe, wrong } from "./ledger.ts";

/** A figure of a paper that can be used: a possible number, with its provenance. */
export interface FigureRead {
  readonly field: string;
  readonly value: number;
  readonly printed: Printed;
  readonly text: string; // as printed
  readonly figure: Figure;
}

const LARGEST = 1e12; // nothing that a paper on hips counts or measures

/**
 * A figure that has to be there, read and held against what it may be; everything wrong with it and its provenance is written down.
 *
 * @returns undefined when it cannot be used
 */
export function figureRead(ledger: Ledger, field: string, figure: Figure | undefined, kind: FigureKindName): FigureRead | undefined {
  const { expected, fits } = FIGURE_KINDS[kind];
  const given = typeof figure?.value === "string" ? figure.value.trim() : figure?.value;
  if (figure === undefined || given === undefined || given === "") return wrong(ledger, `${field}.value`, "missing", expected);
  if (ledger.known) provenanceOf(ledger, field, figure, kind);
  const printed = readPrinted(given);
  if (!printed || Math.abs(printed.value) > LARGEST)
    return wrong(ledger, `${field}.value`, `${shown(given)} is no usable number`, expected);
  if (!fits(printed.value)) return wrong(ledger, `${field}.value`, `${shown(given)} is not possible here`, expected);
  // adding 0 makes of a typed -0 the 0 that a file can hold
  return { field, value: printed.value + 0, printed, text: String(given).replace("\u2212", "-"), figure };
}

/** The same for a figure that a paper need not print: absent is no problem, half a figure is. */
export const figureIfAny = (ledger: Ledger, field: string, figure: Figure | undefined, kind: FigureKindName): FigureRead | undefined =>
  figure === undefined || Object.keys(figure).length === 0 ? undefined : figureRead(ledger, field, figure, kind);

const shown = (value: string | number): string => (typeof value === "string" ? JSON.stringify(value) : String(value));

/** Where it was read, how it was got, how far it was checked: all of it, for each number. */
function provenanceOf(ledger: Ledger, field: string, figure: Figure, kind: FigureKindName): void {
  const { how, note, verified } = figure;
  groundOf(ledger, field, figure);
  if (how === undefined) wrong(ledger, `${field}.how`, "missing", "printed, counted, read-off-figure or converted");
  if (how === "read-off-figure" && verified === "source-text")
    wrong(
      ledger,
      `${field}.verified`,
      "source-text for a number measured in a figure",
      "secondary-source or lower: no source prints this number",
    );
  if (how === "converted" && !maybe(note))
    wrong(ledger, `${field}.note`, "missing", "the formula and the figures that this was worked out from");
  if (how !== "assumed") return;
  if (kind !== "correlation") wrong(ledger, `${field}.how`, "assumed", "a number that somebody read: only a correlation may be assumed");
  if (!maybe(note)) wrong(ledger, `${field}.note`, "missing", "why this is assumed, and from what");
}

/** What any statement of a study rests on: a source on file, a place in it, a grade. */
export function groundOf(ledger: Ledger, field: string, { source, at, verified }: Pick<Figure, "source" | "at" | "verified">): void {
  sourceKnown(ledger, `${field}.source`, maybe(source));
  if (!maybe(at)) wrong(ledger, `${field}.at`, "missing", 'where in the source it stands: "Table 2, p. 5"');
  if (verified === undefined)
    wrong(ledger, `${field}.verified`, "missing", "how far it was checked: source-text, secondary-source, seed-only or recalled");
}

export function sourceKnown(ledger: Ledger, field: string, source: string | undefined): void {
  if (source === undefined) wrong(ledger, field, "missing", "the id of the source that it was read in");
  else if (source !== ledger.newSource && !ledger.known?.sources.has(source))
    wrong(ledger, field, `source ${source} is not in knowledge/sources`, "the id of a source on file, or of this paper");
}
