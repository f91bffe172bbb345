import { ok, type Result, refuse } from "@calcar/vocabulary";
import { chiSquare } from "../distributions/gamma.ts";
import { rateEffect, type TwoRates } from "../effect-sizes/rate-effects.ts";
import { isLevel, waldInference } from "../meta/inference.ts";
import { finiteAnswer } from "../numerics/finite.ts";
import { logGamma } from "../numerics/gamma-function.ts";
import { brentRoot } from "../numerics/root.ts";
import { rateArms } from "./arms.ts";
import { fixedBaselines } from "./fixed-baselines.ts";
import { type Glmm, maximiseEffects, oneParameter, spreadOf } from "./glmm.ts";
import type { GlmmParts } from "./glmm-parts.ts";
import { randomBaselines } from "./random-baselines.ts";
import { binomialLikelihood, poissonLikelihood } from "./study-likelihood.ts";

/** log of a Poisson probability. */
const logPoisson = (x: number, mean: number): number => (x === 0 ? -mean : x * Math.log(mean) - mean - logGamma(x + 1));

export interface GlmmRatesRequest {
  readonly strata: readonly TwoRates[];
  /**
   * `UM.FS` one baseline rate per stratum; `UM.RS` normal baselines; `CM.EL` given a stratum's events, whose split between the
   * groups is binomial.
   */
  readonly model: "UM.FS" | "UM.RS" | "CM.EL";
  /** "EE" common log rate ratio, "ML" normal ones. */
  readonly method: "EE" | "ML";
  readonly level?: number;
}

/**
 * Poisson regression of two groups' events and person-time: pooled log rate ratio by maximum likelihood, without any addition to
 * zero counts.
 *
 * @refuses not-applicable/beyond-range; invalid/level; invalid/negative-count; invalid/person-time; incomplete/no-strata when none
 *   has an event; incomplete/too-few-studies below two for "ML"; not-applicable/no-finite-effect when all events lie in one group;
 *   not-applicable/not-identified
 * @source breslow-day-1987, stijnen-2010
 */
export function glmmRates(request: GlmmRatesRequest): Result<Glmm> {
  const level = request.level ?? 0.95;
  if (!isLevel(level)) return refuse("invalid", "level");
  const bad = request.strata
    .map((rates) => rateEffect("IRR", rates, 0.5))
    .find((effect) => !effect.ok && effect.refusal.kind === "invalid");
  if (bad && !bad.ok) return bad;
  const strata = request.strata.filter(({ x1, x2 }) => x1 + x2 > 0);
  if (strata.length === 0) return refuse("incomplete", "no-strata");
  if (request.method === "ML" && strata.length < 2) return refuse("incomplete", "too-few-studies");
  const closed = request.method === "EE" && request.model === "UM.FS";
  const fit = closed ? commonRatio(strata, level) : maximiseEffects(PARTS[request.model](strata), request.method, level, strata.length);
  if (!fit.ok || strata.length === request.strata.length) return fit;
  return ok({ ...fit.value, flags: [...fit.value.flags, "tables-without-own-effect"] });
}

/**
 * The same for single groups: normal log rates about a mean.
 *
 * @refuses not-applicable/beyond-range; invalid/level; invalid/negative-count; invalid/person-time; incomplete/too-few-studies
 *   below two; not-applicable/no-finite-effect; not-applicable/not-identified
 * @source stijnen-2010
 */
export function glmmSingleRates(request: {
  readonly counts: readonly { readonly xi: number; readonly ti: number }[];
  readonly method: "EE" | "ML";
  readonly level?: number;
}): Result<Glmm> {
  const { counts, method, level = 0.95 } = request;
  if (!isLevel(level)) return refuse("invalid", "level");
  if (!counts.every(({ xi }) => xi >= 0 && xi < Infinity)) return refuse("invalid", "negative-count");
  if (!counts.every(({ ti }) => ti > 0 && ti < Infinity)) return refuse("invalid", "person-time");
  if (counts.length < 2) return refuse("incomplete", "too-few-studies");
  return maximiseEffects(oneParameter(counts.map(({ xi, ti }) => poissonLikelihood(xi, ti))), method, level, counts.length);
}

const PARTS: Readonly<Record<GlmmRatesRequest["model"], (strata: readonly TwoRates[]) => GlmmParts>> = {
  "UM.FS": (strata) => fixedBaselines(strata.map(rateArms)),
  "UM.RS": (strata) => randomBaselines(strata.map(rateArms)),
  "CM.EL": (strata) => oneParameter(strata.map(({ x1, t1, x2, t2 }) => binomialLikelihood(x1, x1 + x2, Math.log(t1 / t2)))),
};

/** One ratio for all: given a stratum's events their split is binomial, so the baselines drop out of the equation for the ratio. */
function commonRatio(strata: readonly TwoRates[], level: number): Result<Glmm> {
  const shares = (theta: number) => strata.map(({ t1, t2 }) => 1 / (1 + t2 / (t1 * Math.exp(theta))));
  const score = (theta: number) => strata.reduce((sum, { x1, x2 }, i) => sum + x1 - (x1 + x2) * shares(theta)[i]!, 0);
  const theta = brentRoot(score, -30, 30);
  if (theta === undefined) return refuse("not-applicable", "no-finite-effect");
  const information = strata.reduce((sum, { x1, x2 }, i) => sum + (x1 + x2) * shares(theta)[i]! * (1 - shares(theta)[i]!), 0);
  const logLik = strata.reduce((sum, { x1, x2 }, i) => {
    const mean = (x1 + x2) * shares(theta)[i]!;
    return sum + logPoisson(x1, mean) + logPoisson(x2, x1 + x2 - mean);
  }, 0);
  const saturated = strata.reduce((sum, { x1, x2 }) => sum + logPoisson(x1, x1) + logPoisson(x2, x2), 0);
  const single = strata
    .filter(({ x1, x2 }) => x1 > 0 && x2 > 0)
    .map(({ x1, t1, x2, t2 }) => ({ effect: Math.log((x1 / t1 / x2) * t2), information: 1 / (1 / x1 + 1 / x2) }));
  const df = strata.length - 1;
  const testOf = (statistic: number) => ({ statistic, df, p: df > 0 ? chiSquare(df).upper(statistic) : 1 });
  return finiteAnswer({
    ...waldInference(theta, 1 / Math.sqrt(information), level),
    k: strata.length,
    tau2: 0,
    logLik,
    conditionalLogLik: logLik,
    lrt: testOf(Math.max(0, 2 * (saturated - logLik))),
    wald: testOf(spreadOf(single)),
    flags: [],
  });
}
