import { readPrinted, sdLimits } from "@calcar/statistics";
import type { Score } from "../convert/score-shape.ts";
import { type Ledger, wrong } from "./ledger.ts";

/** The ends of a scale, when both are stated. */
export type Ends = readonly [number, number] | undefined;

/** A score that its scale cannot hold: a mean, limit or quantile outside it, or a standard deviation wider than it allows. */
export function checkOnScale(ledger: Ledger, field: string, { mean, sd, n, interval, quantiles }: Score, ends: Ends): void {
  if (ends === undefined) return;
  const [low, high] = ends;
  const values = [mean, quantiles?.median, ...(quantiles?.quartiles ?? []), ...(quantiles?.extremes ?? [])];
  for (const value of values)
    if (value !== undefined && (value < low || value > high))
      wrong(ledger, field, `${value} lies outside the scale of ${low} to ${high}`, "values on the scale, or the right scale");
  if (interval && (interval[1] < low || interval[0] > high))
    wrong(ledger, field, `the interval lies outside the scale of ${low} to ${high}`, "limits on the scale");
  if (mean === undefined || sd === undefined || n === undefined || n < 2) return;
  const limits = sdLimits({ mean: readPrinted(mean)!, n, range: [low, high], whole: false });
  if (limits && sd > limits[1] * (1 + 1e-3))
    wrong(
      ledger,
      field,
      `a standard deviation of ${sd} with a mean of ${mean} on a scale of ${low} to ${high}`,
      `at most ${limits[1].toPrecision(3)} with ${n} values`,
    );
}

/** A change that the scale has no room for. */
export function checkChangeOnScale(ledger: Ledger, field: string, { mean, sd }: Score, ends: Ends): void {
  if (ends === undefined) return;
  const width = ends[1] - ends[0];
  if (mean !== undefined && Math.abs(mean) > width)
    wrong(ledger, field, `a mean change of ${mean} on a scale ${width} wide`, "a change that the scale has room for");
  if (sd !== undefined && sd > width * 1.5)
    wrong(ledger, field, `a standard deviation of change of ${sd} on a scale ${width} wide`, `at most ${width * 1.5}`);
}
