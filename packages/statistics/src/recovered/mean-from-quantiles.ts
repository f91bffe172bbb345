import type { Result } from "@calcar/vocabulary";
import { normal } from "../distributions/normal.ts";
import { finiteAnswer } from "../numerics/finite.ts";
import { middle, type QuantileSet, type QuantileSummary, quantileSet, width } from "./quantile-summary.ts";

/** A mean and a standard deviation estimated from quantiles, with the figures they were worked out by. */
export interface FromQuantiles {
  readonly from: QuantileSet;
  readonly mean: number;
  readonly sd: number;
  readonly weights: { readonly extremes: number; readonly quartiles: number; readonly median: number }; // of the mean
  readonly spans: { readonly extremes?: number; readonly quartiles?: number }; // how many SDs each span is expected to be
  readonly share: number; // of the span of the extremes in the SD, 0 to 1
}

/**
 * Mean and standard deviation of a sample estimated from its median and quartiles, extremes or both, for values that are
 * near to normal: Luo's optimally weighted mean; Wan's standard deviation, and Shi's where both spans are there.
 *
 * Never to be used where `skewness` finds the quantiles skewed. The result is less precise than a printed one.
 *
 * @refuses as `quantileSet`
 * @source luo-2018, wan-2014, shi-2020
 * @example fromQuantiles({ median: 6, quartiles: [4, 10], n: 20 }) // mean 6.72, SD 4.79
 */
export function fromQuantiles(summary: QuantileSummary): Result<FromQuantiles> {
  const set = quantileSet(summary);
  if (!set.ok) return set;
  const { median, quartiles, extremes, n } = summary;
  const weights = meanWeights(set.value, n);
  const mean =
    weights.median * median +
    (extremes ? weights.extremes * middle(extremes) : 0) +
    (quartiles ? weights.quartiles * middle(quartiles) : 0);
  return finiteAnswer({ from: set.value, mean, weights, ...spread(set.value, summary) });
}

/** Luo's weights, equations 7, 11 and 15. */
function meanWeights(set: QuantileSet, n: number): FromQuantiles["weights"] {
  const extremes = { extremes: 4 / (4 + n ** 0.75), quartiles: 0, both: 2.2 / (2.2 + n ** 0.75) }[set];
  const quartiles = { extremes: 0, quartiles: 0.7 + 0.39 / n, both: 0.7 - 0.72 / n ** 0.55 }[set];
  return { extremes, quartiles, median: 1 - extremes - quartiles };
}

/** Wan's equations 9 and 16; Shi's weight, equation 10, where there are both spans. */
function spread(set: QuantileSet, { quartiles, extremes, n }: QuantileSummary): Pick<FromQuantiles, "sd" | "spans" | "share"> {
  const ofRange = 2 * normal.quantile((n - 0.375) / (n + 0.25));
  const ofQuartiles = 2 * normal.quantile((0.75 * n - 0.125) / (n + 0.25));
  const byRange = extremes ? width(extremes) / ofRange : 0;
  const byQuartiles = quartiles ? width(quartiles) / ofQuartiles : 0;
  const share = { extremes: 1, quartiles: 0, both: 1 / (1 + 0.07 * n ** 0.6) }[set];
  return {
    share,
    sd: share * byRange + (1 - share) * byQuartiles,
    spans: { ...(extremes && { extremes: ofRange }), ...(quartiles && { quartiles: ofQuartiles }) },
  };
}
