import { logTerms, supportOf } from "../distributions/hypergeometric.ts";
import type { Table } from "../effect-sizes/tables.ts";
import { logChoose, logGamma } from "../numerics/gamma-function.ts";

/** Two groups, each with a likelihood in its own level. */
interface Arms {
  readonly first: StudyLikelihood;
  readonly second: StudyLikelihood;
}

/** Log-likelihood of one study at a value of its own effect, with slope and (positive) information. */
export interface LikelihoodPoint {
  readonly value: number;
  readonly slope: number;
  readonly information: number;
}

export type StudyLikelihood = (effect: number) => LikelihoodPoint;

/** log(1 + e^x) without overflow. */
const softplus = (x: number): number => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)));

/** x events among n, log odds = effect + offset. */
export function binomialLikelihood(x: number, n: number, offset: number): StudyLikelihood {
  const constant = logChoose(n, x);
  return (effect) => {
    const eta = effect + offset;
    const p = 1 / (1 + Math.exp(-eta));
    return { value: constant + x * eta - n * softplus(eta), slope: x - n * p, information: n * p * (1 - p) };
  };
}

/** x events in person-time t, log rate = effect. */
export function poissonLikelihood(x: number, t: number): StudyLikelihood {
  const constant = x * Math.log(t) - logGamma(x + 1);
  return (effect) => {
    const mean = t * Math.exp(effect);
    return { value: constant + x * effect - mean, slope: x - mean, information: mean };
  };
}

/** Events of the first group given all margins: noncentral hypergeometric, effect the log odds ratio. */
export function exactLikelihood({ ai, bi, ci, di }: Table): StudyLikelihood {
  const margins = { n1: ai + bi, n2: ci + di, events: ai + ci };
  const [low] = supportOf(margins);
  const terms = logTerms(margins);
  return (effect) => {
    let top = -Infinity;
    for (let i = 0; i < terms.length; i++) top = Math.max(top, terms[i]! + (low + i) * effect);
    let total = 0;
    let mean = 0;
    let square = 0;
    for (let i = 0; i < terms.length; i++) {
      const weight = Math.exp(terms[i]! + (low + i) * effect - top);
      total += weight;
      mean += weight * (low + i - ai);
      square += weight * (low + i - ai) ** 2;
    }
    const shift = mean / total;
    return { value: terms[ai - low]! + ai * effect - top - Math.log(total), slope: -shift, information: square / total - shift * shift };
  };
}

/** Both groups of a study, their levels the baseline plus and minus half the effect. */
export function twoArmLikelihood({ first, second }: Arms): (baseline: number) => StudyLikelihood {
  return (baseline) => (effect) => {
    const a = first(baseline + effect / 2);
    const c = second(baseline - effect / 2);
    return { value: a.value + c.value, slope: (a.slope - c.slope) / 2, information: (a.information + c.information) / 4 };
  };
}

/** The effect at which one study's likelihood is highest; at the edge of the range there is none. */
export function ownEffect(likelihood: StudyLikelihood): { effect: number; value: number; information: number; finite: boolean } {
  let effect = 0;
  for (let step = 0; step < 200; step++) {
    const { slope, information } = likelihood(effect);
    const move = Math.max(-2, Math.min(2, slope / Math.max(information, 1e-300)));
    effect += move;
    if (Math.abs(move) < 1e-12 * Math.max(1, Math.abs(effect)) || Math.abs(effect) > 40) break;
  }
  const { value, information } = likelihood(effect);
  return { effect, value, information, finite: Math.abs(effect) < 30 };
}
