import type { Tails } from "../numerics/tails.ts";

/** A continuous distribution on a line. Every value is finite or the call throws RangeError: a NaN never passes. */
export interface Distribution {
  density(x: number): number;
  logDensity(x: number): number;
  /** Both tails at x, P(X <= x) and P(X > x), and their logs, each to full relative accuracy. */
  tails(x: number): Tails;
  lower(x: number): number;
  upper(x: number): number;
  /** The x with P(X <= x) = p, 0 < p < 1. */
  quantile(p: number): number;
  /** The x with P(X > x) = p, 0 < p < 1: keeps its digits when p is tiny. */
  upperQuantile(p: number): number;
}

/** A discrete distribution on whole numbers; `upper` is P(X > x). */
export type DiscreteDistribution = Omit<Distribution, "density" | "logDensity"> & {
  probability(x: number): number;
  logProbability(x: number): number;
};

export function requireProbability(p: number): void {
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile needs a probability strictly between 0 and 1, got ${p}`);
}

export function requireNumber(x: number): void {
  if (Number.isNaN(x)) throw new RangeError("a distribution was asked about NaN");
}

export function requirePositive(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} must be positive and finite, got ${value}`);
}

interface Core {
  readonly logDensity: (x: number) => number;
  readonly tails: (x: number) => Tails;
  /** Quantile from both tail probabilities, of which the smaller is exact. */
  readonly quantile: (lower: number, upper: number) => number;
}

/** The full set of functions from the three that differ between distributions. */
export function distributionOf({ logDensity, tails, quantile }: Core): Distribution {
  const checkedTails = (x: number) => {
    requireNumber(x);
    return tails(x);
  };
  return {
    logDensity: (x) => {
      requireNumber(x);
      return logDensity(x);
    },
    density: (x) => {
      requireNumber(x);
      return Math.exp(logDensity(x));
    },
    tails: checkedTails,
    lower: (x) => checkedTails(x).lower,
    upper: (x) => checkedTails(x).upper,
    quantile: (p) => {
      requireProbability(p);
      return quantile(p, 1 - p);
    },
    upperQuantile: (p) => {
      requireProbability(p);
      return quantile(1 - p, p);
    },
  };
}
