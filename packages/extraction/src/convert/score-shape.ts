import type { FigureRead } from "../check/figure-read.ts";
import type { ChangeReport } from "../draft/score-report.ts";

/** A score of one arm as the catalog takes it, and the figures that it came from. */
export interface Score {
  readonly mean?: number | undefined;
  readonly sd?: number | undefined;
  readonly se?: number | undefined; // as printed, where that is what is printed
  readonly unclear?: number | undefined; // a printed spread that nobody explains
  readonly interval?: readonly [number, number] | undefined; // 95%, as printed
  readonly quantiles?: Quantiles | undefined; // kept as printed, no mean made of them
  readonly n?: number | undefined;
  readonly figures: readonly (readonly [name: string, figure: FigureRead])[]; // what the values rest on
  readonly size?: FigureRead | undefined; // what n rests on
  readonly converted: boolean; // mean or spread were worked out here
}

export interface Quantiles {
  readonly median: number;
  readonly quartiles?: readonly [number, number] | undefined;
  readonly extremes?: readonly [number, number] | undefined;
}

export type ReportOf<As extends ChangeReport["as"]> = Extract<ChangeReport, { as: As }>;

/** Everything but a change that needs the values before and after. */
export type ArmReport = Exclude<ChangeReport, { as: "from-before-and-after" }>;
