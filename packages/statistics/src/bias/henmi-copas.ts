import { type Result, refuse } from "@calcar/vocabulary";
import { gamma } from "../distributions/gamma.ts";
import { normal } from "../distributions/normal.ts";
import type { Interval } from "../meta/inference.ts";
import { cleanStudies, type StudyInput } from "../meta/studies.ts";
import { tau2DerSimonianLaird } from "../meta/tau2-moments.ts";
import { fitAt } from "../meta/weighted-fit.ts";
import { finiteAnswer } from "../numerics/finite.ts";
import { gaussLegendre } from "../numerics/quadrature.ts";
import { brentRoot } from "../numerics/root.ts";

const NODES = gaussLegendre(20);

export interface HenmiCopas {
  /** The common-effect mean: its weights depend least on small studies. */
  readonly estimate: number;
  /** Its standard error under heterogeneity, with DerSimonian-Laird's tau2. */
  readonly se: number;
  readonly ci: Interval;
  readonly tau2: number;
}

/** W1 = sum w, and sums of higher powers of w over W1. */
interface PowerSums {
  readonly w1: number;
  readonly w2: number;
  readonly w3: number;
  readonly w4: number;
  readonly k: number;
  readonly tau2: number;
}

/**
 * Henmi and Copas' interval: centred on the common-effect mean, with allowance for heterogeneity, robust to missing small studies.
 *
 * @refuses not-applicable/beyond-range; as cleanStudies; invalid/level; incomplete/too-few-studies below two; not-applicable/infinite-weight;
 *   not-applicable/not-converged
 * @source henmi-copas-2010
 */
export function henmiCopas(request: Omit<StudyInput, "moderators"> & { readonly level?: number }): Result<HenmiCopas> {
  const level = request.level ?? 0.95;
  if (!(level > 0 && level < 1)) return refuse("invalid", "level");
  const clean = cleanStudies(request);
  if (!clean.ok) return clean;
  const { studies } = clean.value;
  const k = studies.y.length;
  if (k < 2) return refuse("incomplete", "too-few-studies");
  const fit = fitAt(studies, 0);
  const tau2 = tau2DerSimonianLaird(studies)?.tau2;
  if (!fit || tau2 === undefined) return refuse("not-applicable", "infinite-weight");
  const w1 = fit.w.reduce((sum, w) => sum + w, 0);
  const power = (exponent: number) => fit.w.reduce((sum, w) => sum + w ** exponent, 0) / w1;
  const sums = { w1, w2: power(2), w3: power(3), w4: power(4), k, tau2 };
  const multiplier = brentRoot((t) => exceedance(sums, t) - (1 - level) / 2, 1e-3, 60, 1e-12);
  if (multiplier === undefined) return refuse("not-applicable", "not-converged");
  const estimate = fit.beta[0]!;
  const se = Math.sqrt((1 + tau2 * sums.w2) / w1);
  return finiteAnswer({ estimate, se, ci: [estimate - multiplier * se, estimate + multiplier * se], tau2 });
}

/** P(R > t sqrt(max(1, 1 + tau2hat W2))) with R = sqrt(W1) (mean - truth): integrated over R, Q given R taken as a gamma. */
function exceedance(sums: PowerSums, t: number): number {
  const { w1, w2, k, tau2 } = sums;
  const deviation = Math.sqrt(1 + tau2 * w2);
  const start = t / deviation;
  const chance = (z: number): number => {
    const r = z * deviation;
    const limit = (w1 / w2 - 1) * ((r / t) ** 2 - 1) + (k - 1);
    const { mean, variance } = momentsOfQ(sums, r * r);
    if (!(mean > 0 && variance > 0 && limit < Infinity)) return Number.NaN;
    return gamma(mean ** 2 / variance, mean / variance).lower(limit) * normal.density(z);
  };
  let total = 0;
  const panels = 24;
  const width = (start < 30 ? 9 : 1) / panels;
  for (let panel = 0; panel < panels; panel++) {
    for (const { x, weight } of NODES) total += ((weight * width) / 2) * chance(start + width * (panel + (1 + x) / 2));
  }
  return total;
}

/** Mean and variance of Q given R^2. */
function momentsOfQ({ w1, w2, w3, w4, k, tau2 }: PowerSums, r2: number): { mean: number; variance: number } {
  const vr = 1 + tau2 * w2;
  const excess = r2 / vr ** 2 - 1 / vr;
  const mean = k - 1 + tau2 * (w1 - w2) + tau2 ** 2 * excess * (w3 - w2 ** 2);
  const free = 2 * (k - 1) + 4 * tau2 * (w1 - w2) + 2 * tau2 ** 2 * (w1 * w2 - 2 * w3 + w2 ** 2);
  const linear = 4 * tau2 ** 2 * excess * (w3 - w2 ** 2) + 4 * tau2 ** 3 * excess * (w4 - 2 * w2 * w3 + w2 ** 3);
  const square = 2 * tau2 ** 4 * (1 / vr ** 2 - (2 * r2) / vr ** 3) * (w3 - w2 ** 2) ** 2;
  return { mean, variance: free + linear + square };
}
