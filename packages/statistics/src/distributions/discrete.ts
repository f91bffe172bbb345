import { logComplement, type Tails } from "../numerics/tails.ts";
import { type DiscreteDistribution, requireNumber, requireProbability } from "./distribution.ts";

interface DiscreteCore {
  /** Smallest and largest value that can occur. */
  readonly low: number;
  readonly high: number;
  readonly logProbability: (x: number) => number;
  /** Both tails at a whole number from low to high - 1. */
  readonly tails: (x: number) => Tails;
}

const ALL: Tails = { lower: 1, upper: 0, logLower: 0, logUpper: -Infinity };
const NONE: Tails = { lower: 0, upper: 1, logLower: -Infinity, logUpper: 0 };

/** The full set of functions of a distribution on whole numbers. */
export function discreteOf({ low, high, logProbability, tails }: DiscreteCore): DiscreteDistribution {
  const at = (x: number): Tails => {
    requireNumber(x);
    const whole = Math.floor(x);
    return whole < low ? NONE : whole >= high ? ALL : tails(whole);
  };
  const logAt = (x: number): number => {
    requireNumber(x);
    return Number.isInteger(x) && x >= low && x <= high ? logProbability(x) : -Infinity;
  };
  /** Smallest x at which a condition that turns true once holds. */
  const first = (holds: (x: number) => boolean): number => {
    let below = low - 1;
    let above = high;
    while (above - below > 1) {
      const middle = Math.floor((above + below) / 2);
      if (holds(middle)) above = middle;
      else below = middle;
    }
    return above;
  };
  return {
    logProbability: logAt,
    probability: (x) => Math.exp(logAt(x)),
    tails: at,
    lower: (x) => at(x).lower,
    upper: (x) => at(x).upper,
    quantile: (p) => {
      requireProbability(p);
      return first((x) => at(x).lower >= p * (1 - 4e-16));
    },
    upperQuantile: (p) => {
      requireProbability(p);
      return first((x) => at(x).upper <= p * (1 + 4e-16));
    },
  };
}

/** Tails of a distribution on few values from the logs of its probabilities: the smaller one is summed, the other its complement. */
export function summedTails(low: number, high: number, logProbability: (x: number) => number): (x: number) => Tails {
  const logs = Array.from({ length: high - low + 1 }, (_, i) => logProbability(low + i));
  return (x) => {
    const logLower = logSum(logs.slice(0, x - low + 1));
    const logUpper = logSum(logs.slice(x - low + 1));
    const lowerIsSmall = logLower < logUpper;
    const [small, large] = lowerIsSmall ? [logLower, logComplement(logLower)] : [logUpper, logComplement(logUpper)];
    return lowerIsSmall
      ? { lower: Math.exp(small), upper: Math.exp(large), logLower: small, logUpper: large }
      : { lower: Math.exp(large), upper: Math.exp(small), logLower: large, logUpper: small };
  };
}

/** log of the sum of exponentials, from the largest term. */
export function logSum(logs: readonly number[]): number {
  let top = -Infinity;
  for (const log of logs) top = Math.max(top, log);
  if (top === -Infinity) return top;
  let sum = 0;
  for (const log of logs) sum += Math.exp(log - top);
  return top + Math.log(sum);
}
