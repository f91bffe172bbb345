import type { Problem } from "@calcar/vocabulary";
import type { Figure } from "../../draft/figure.ts";
import type { OutcomeDraft } from "../../draft/outcome-draft.ts";
import type { OutcomeMeasure } from "./registry-entry.ts";

/** Where an outcome stands among those of its entry. */
export interface MeasureAt {
  readonly measure: OutcomeMeasure;
  readonly number: number; // from 1, in the order of the entry
  readonly source: string;
  readonly arms: ReadonlyMap<string, string>; // the register's id of a group to the name of its arm
}

export interface Drafted {
  readonly outcomes: readonly OutcomeDraft[];
  readonly notices: readonly Problem[]; // numbers that are not carried over, and why
}

export type ToFigure = (value: string | undefined) => Figure | undefined;

/** A number of this outcome with where it stands. How far it was checked is for a person. */
export const figures =
  ({ source, number, measure }: MeasureAt): ToFigure =>
  (value) =>
    value === undefined
      ? undefined
      : {
          value,
          how: "printed",
          source,
          at: `posted results, outcome measure ${number}${measure.type === undefined ? "" : ` (${measure.type.toLowerCase().replaceAll("_", "-")})`}`,
        };
