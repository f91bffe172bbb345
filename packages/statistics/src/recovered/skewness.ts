import type { Result } from "@calcar/vocabulary";
import { finiteAnswer } from "../numerics/finite.ts";
import { middle, type QuantileSummary, quantileSet, width } from "./quantile-summary.ts";

/** Whether quantiles lie too unevenly about their median for normal values. */
export interface Skewness {
  readonly statistic: number;
  readonly critical: number; // at the 5% level
  readonly skewed: boolean;
}

/**
 * Test of skewness from a median with quartiles, extremes or both, at the 5% level: how far the middle of the span lies from the
 * median, against what normal values of this number would show by chance.
 *
 * A test that finds nothing in a small sample does not show that the values are normal.
 *
 * @refuses as `quantileSet`
 * @source shi-2023
 * @example skewness({ median: 6, quartiles: [4, 14], extremes: [2, 20], n: 20 }) // 0.82 against 0.67: skewed
 */
export function skewness(summary: QuantileSummary): Result<Skewness> {
  const set = quantileSet(summary);
  if (!set.ok) return set;
  const { n } = summary;
  const ofExtremes = summary.extremes ? unevenness(summary.extremes, summary.median) : 0;
  const ofQuartiles = summary.quartiles ? unevenness(summary.quartiles, summary.median) : 0;
  const { statistic, critical } = {
    extremes: { statistic: ofExtremes, critical: 1 / Math.log(n + 9) + 2.5 / (n + 1) },
    quartiles: { statistic: ofQuartiles, critical: 2.65 / Math.sqrt(n) - 6 / n ** 2 },
    both: {
      statistic: Math.max((2.65 * Math.log(0.6 * n) * ofExtremes) / Math.sqrt(n), ofQuartiles),
      critical: 3 / Math.sqrt(n) - 40 / n ** 3,
    },
  }[set.value];
  return finiteAnswer({ statistic, critical, skewed: statistic >= critical });
}

/** From 0, the median in the middle of the pair, to 1, the median at one end. */
const unevenness = (pair: readonly [number, number], median: number): number => (2 * Math.abs(middle(pair) - median)) / width(pair);
