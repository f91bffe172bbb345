import { type Result, refuse } from "@calcar/vocabulary";
import { chiSquare } from "../distributions/gamma.ts";
import { rateEffect, type TwoRates } from "../effect-sizes/rate-effects.ts";
import { waldInference } from "../meta/inference.ts";
import { finiteAnswer } from "../numerics/finite.ts";
import { logGamma } from "../numerics/gamma-function.ts";
import { brentRoot } from "../numerics/root.ts";
import { type Glmm, spreadOf } from "./glmm.ts";

/** log of a Poisson probability. */
const logPoisson = (x: number, mean: number): number => (x === 0 ? -mean : x * Math.log(mean) - mean - logGamma(x + 1));

/**
 * Poisson regression with one baseline rate per stratum and a common rate ratio, by maximum likelihood.
 *
 * Given a stratum's events their split is binomial, so the baselines drop out of the equation for the ratio.
 *
 * @refuses invalid/level; incomplete/no-strata; invalid/negative-count; invalid/person-time;
 *   not-applicable/no-finite-effect when all events lie in one group
 * @source breslow-day-1987
 */
export function glmmRates(request: { readonly strata: readonly TwoRates[]; readonly level?: number }): Result<Glmm> {
  const level = request.level ?? 0.95;
  if (!(level > 0 && level < 1)) return refuse("invalid", "level");
  const bad = request.strata
    .map((rates) => rateEffect("IRR", rates, 0.5))
    .find((effect) => !effect.ok && effect.refusal.kind === "invalid");
  if (bad && !bad.ok) return bad;
  const strata = request.strata.filter(({ x1, x2 }) => x1 + x2 > 0);
  if (strata.length === 0) return refuse("incomplete", "no-strata");
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
    flags: strata.length < request.strata.length ? ["tables-without-own-effect"] : [],
  });
}
