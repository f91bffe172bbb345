import type { StudyRiskOfBias } from "@calcar/evidence";

type Interval = readonly [number, number];

/** One row of a figure: what it says and what is drawn. */
export interface Row {
  readonly kind: "study" | "series" | "pooled" | "pooled-series" | "prediction" | "running" | "left-out";
  readonly label: string;
  readonly mark?: string; // a sign behind the label that the notes explain
  readonly second?: string; // a quieter line below
  readonly href?: string | undefined;
  readonly counts?: readonly string[]; // one for each column of counts
  readonly point?: number; // absent for an interval without a middle
  readonly interval: Interval;
  readonly text: string; // the same in numbers
  readonly weight?: number; // per cent
  readonly weightText?: string;
  readonly risk?: StudyRiskOfBias | null; // null: nobody has assessed it; absent: no study
}

export interface Group {
  readonly title?: string; // stands above its rows
  readonly rows: readonly Row[];
}

/** A figure of rows over one axis in words and numbers, before anything is placed. */
export interface Sheet {
  readonly study: string; // heads of the columns
  readonly counts: readonly { readonly name: string; readonly unit: string }[];
  readonly estimate: string;
  readonly weight?: string;
  readonly above: string; // what stands for the heads of the counts where there is no room for columns; empty: nothing
  readonly groups: readonly Group[]; // a rule stands between two
}

export const rowsOf = ({ groups }: Sheet): Row[] => groups.flatMap(({ rows }) => rows);
export const risksOf = (sheet: Sheet): (StudyRiskOfBias | null)[] =>
  rowsOf(sheet).flatMap(({ risk }) => (risk === undefined ? [] : [risk]));

/** Whether there is anything to show as lights. Where nobody has assessed any study there is no empty column. */
export const hasLights = (sheet: Sheet): boolean => risksOf(sheet).some((risk) => risk !== null);
