import { brentRoot } from "../numerics/root.ts";
import type { Tails } from "../numerics/tails.ts";

interface TailEquation {
  readonly tails: (x: number) => Tails;
  readonly lower: number;
  readonly upper: number;
  readonly start: number;
  readonly width: number;
}

/** The point of an increasing cumulative distribution where the smaller of both tails is met, on the log scale. */
export function solveTail({ tails, lower, upper, start, width }: TailEquation): number {
  const target = Math.log(Math.min(lower, upper));
  const gap = lower <= upper ? (x: number) => tails(x).logLower - target : (x: number) => target - tails(x).logUpper;
  const finiteGap = (x: number) => Math.max(-1e308, Math.min(1e308, gap(x)));
  let low = start;
  let high = start;
  for (let step = width; finiteGap(low) > 0 && step < 1e300; step *= 2) low -= step;
  for (let step = width; finiteGap(high) < 0 && step < 1e300; step *= 2) high += step;
  const root = low === high ? low : brentRoot(finiteGap, low, high);
  if (root === undefined) throw new RangeError("the quantile lies beyond the range of numbers");
  return root;
}
