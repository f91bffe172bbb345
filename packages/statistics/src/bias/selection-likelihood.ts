import { normal } from "../distributions/normal.ts";
import type { Studies } from "../meta/studies.ts";
import { gaussLegendre } from "../numerics/quadrature.ts";

/** p values nearer to 0 or 1 weigh as this one: beyond it the beta weights run to infinity and the model with them. */
const LEAST_P = 1e-5;

const NODES = gaussLegendre(8);

/** Log-likelihood of effects seen through a selection of their p values. `logWeights` are the logs of the free parameters. */
export type SelectionLikelihood = (mu: number, tau2: number, logWeights: ArrayLike<number>) => number;

/** log of the density of y about mu, without selection. */
function logNormal(y: number, mu: number, variance: number): number {
  return -(Math.log(2 * Math.PI * variance) + (y - mu) ** 2 / variance) / 2;
}

/** One-sided p value of a study for effects above 0. */
export const oneSidedP = (y: number, v: number): number => normal.upper(y / Math.sqrt(v));

/** Index of the interval of p values that a study falls into. */
export const intervalOf = (p: number, steps: readonly number[]): number => steps.findIndex((step) => p <= step);

/**
 * Step function: the chance of being published is constant between cut points, relative to the first interval.
 *
 * @param steps ascending cut points, the last of them 1
 * @source vevea-hedges-1995
 */
export function stepLikelihood({ y, v }: Studies, steps: readonly number[]): SelectionLikelihood {
  const own = Array.from(y, (value, i) => intervalOf(oneSidedP(value, v[i]!), steps));
  const cuts = steps.slice(0, -1).map((step) => normal.upperQuantile(step));
  return (mu, tau2, logWeights) => {
    const weight = (j: number) => (j === 0 ? 0 : logWeights[j - 1]!);
    let sum = 0;
    for (let i = 0; i < y.length; i++) {
      const variance = v[i]! + tau2;
      const deviation = Math.sqrt(variance);
      const above = cuts.map((cut) => normal.upper((cut * Math.sqrt(v[i]!) - mu) / deviation)); // P(p <= step)
      let chance = 0;
      for (let j = 0; j < steps.length; j++) chance += Math.exp(weight(j)) * ((above[j] ?? 1) - (above[j - 1] ?? 0));
      sum += logNormal(y[i]!, mu, variance) + weight(own[i]!) - Math.log(chance);
    }
    return sum;
  };
}

/** Beta density shape: weight p^(a-1) (1-p)^(b-1), constant beyond the least p. @source citkowicz-vevea-2017 */
export function betaLikelihood({ y, v }: Studies): SelectionLikelihood {
  const own = Array.from(y, (value, i) => gridPoint(value / Math.sqrt(v[i]!), 1));
  return (mu, tau2, logWeights) => {
    const a = Math.exp(logWeights[0]!) - 1;
    const b = Math.exp(logWeights[1]!) - 1;
    const logWeight = (point: GridPoint) => a * point.logP + b * point.logQ;
    const weights = GRID.map((point) => point.weight * Math.exp(logWeight(point)));
    const ends = [Math.exp(logWeight(LOW_END)), Math.exp(logWeight(HIGH_END))] as const;
    let sum = 0;
    for (let i = 0; i < y.length; i++) {
      const variance = v[i]! + tau2;
      const centre = mu / Math.sqrt(v[i]!);
      const spread = Math.sqrt(variance / v[i]!);
      let inner = 0;
      for (let n = 0; n < GRID.length; n++) inner += weights[n]! * Math.exp(-(((GRID[n]!.z - centre) / spread) ** 2) / 2);
      const outer = ends[0] * normal.lower((-REACH - centre) / spread) + ends[1] * normal.upper((REACH - centre) / spread);
      sum += logNormal(y[i]!, mu, variance) + logWeight(own[i]!) - Math.log(inner / (spread * Math.sqrt(2 * Math.PI)) + outer);
    }
    return sum;
  };
}

interface GridPoint {
  readonly z: number;
  readonly weight: number;
  readonly logP: number;
  readonly logQ: number;
}

function gridPoint(z: number, weight: number): GridPoint {
  const within = Math.min(REACH, Math.max(-REACH, z));
  const { logUpper, logLower } = normal.tails(within);
  return { z, weight, logP: logUpper, logQ: logLower };
}

/** z at which the one-sided p value is the least one that still counts. */
const REACH = normal.upperQuantile(LEAST_P);
const PANELS = 18;
const HALF = REACH / PANELS;
const GRID = Array.from({ length: PANELS }, (_, panel) =>
  NODES.map(({ x, weight }) => gridPoint(-REACH + HALF * (2 * panel + 1 + x), weight * HALF)),
).flat();
const LOW_END = gridPoint(-REACH, 1);
const HIGH_END = gridPoint(REACH, 1);
