import { toRows } from "../numerics/matrix.ts";
import { concordance } from "../survival/concordance.ts";
import { type CoxFit, cox, hazardRatios } from "../survival/cox.ts";
import { coxCumulativeHazard } from "../survival/cox-baseline.ts";
import type { Ties } from "../survival/cox-likelihood.ts";
import { coxResiduals } from "../survival/cox-residuals.ts";
import { type CoxRobust, coxRobust } from "../survival/cox-robust.ts";
import type { CoxData } from "../survival/cox-rows.ts";
import type { GroupLabel } from "../survival/follow-up.ts";
import { proportionalHazards } from "../survival/proportional-hazards.ts";
import { unwrap } from "./meta.ts";
import type { GoldenAnswer, GoldenQuestion } from "./question.ts";
import { columnOf } from "./survival-inputs.ts";

/** Op `cox`: the fit, and what the file asks of it: robust errors, residuals, baseline hazard, test of proportionality. */
export function coxCase({ input = {}, args, expected }: GoldenQuestion): GoldenAnswer {
  const data = coxData(input);
  const fit = unwrap(cox(data, { ties: args.ties as Ties }));
  const cluster = Array.isArray(input.cluster) ? (input.cluster as GroupLabel[]) : undefined;
  const robust = cluster && unwrap(coxRobust(data, fit, cluster));
  const agreement = unwrap(concordance({ ...data, risk: predictors(data, fit), ...(cluster && { cluster }) }));
  return {
    ...estimates(fit, robust),
    concordance: agreement.concordance,
    se_concordance: agreement.se,
    ...(expected.martingale !== undefined && extras(data, fit)),
  };
}

function coxData(input: Readonly<Record<string, unknown>>): CoxData {
  const y = input.y as Readonly<Record<string, readonly number[]>>;
  const x = input.X as Readonly<Record<string, readonly number[]>>;
  return {
    time: columnOf(y.stop ?? y.time),
    status: columnOf(y.status),
    ...(y.start && { entry: columnOf(y.start) }),
    ...(Array.isArray(input.weights) && { weights: columnOf(input.weights) }),
    ...(Array.isArray(input.strata) && { strata: input.strata as GroupLabel[] }),
    covariates: Object.fromEntries(Object.entries(x).map(([name, column]) => [name, columnOf(column)])),
  };
}

function predictors({ covariates, time }: CoxData, { coefficients }: CoxFit): Float64Array {
  return Float64Array.from(time, (_, i) => coefficients.reduce((sum, { name, coef }) => sum + coef * covariates[name]![i]!, 0));
}

function estimates(fit: CoxFit, robust: CoxRobust | undefined): GoldenAnswer {
  const used = robust ?? fit;
  const ratios = hazardRatios(used);
  const wald = used.wald.chisq;
  return {
    n: fit.n,
    events: fit.events,
    coef_names: used.coefficients.map(({ name }) => name),
    coef: used.coefficients.map(({ coef }) => coef),
    se: fit.coefficients.map(({ se }) => se),
    z: used.coefficients.map(({ z }) => z),
    pval: used.coefficients.map(({ p }) => p),
    hr: ratios.map(({ ratio }) => ratio),
    hr_lb: ratios.map(({ lower }) => lower),
    hr_ub: ratios.map(({ upper }) => upper),
    loglik_null: fit.logLikNull,
    loglik: fit.logLik,
    lrt: fit.likelihoodRatio.chisq,
    wald: Math.round(wald * 100) / 100, // the reference's summary prints this one to two decimals
    score: fit.scoreTest.chisq,
    vcov: toRows(used.vcov),
    ...(robust && {
      robust_se: robust.coefficients.map(({ se }) => se),
      naive_vcov: toRows(fit.vcov),
      robust_score: robust.scoreTest?.chisq ?? null,
    }),
  };
}

function extras(data: CoxData, fit: CoxFit): GoldenAnswer {
  const zero = Object.fromEntries(Object.keys(data.covariates).map((name) => [name, 0]));
  const baseline = unwrap(coxCumulativeHazard(data, fit, zero))[0]!;
  const { martingale, deviance, schoenfeld, score, dfbeta } = unwrap(coxResiduals(data, fit));
  const { byCovariate, global } = unwrap(proportionalHazards(data, fit));
  const tests = [...byCovariate, { name: "GLOBAL", ...global }];
  return {
    baseline_cumhaz_at_zero_covariates: { time: Array.from(baseline.time), hazard: Array.from(baseline.cumulativeHazard) },
    martingale: Array.from(martingale),
    deviance: Array.from(deviance),
    schoenfeld: schoenfeld.map(({ residual }) => Array.from(residual)),
    score_resid_first5: toRows(score.slice(0, 5)),
    dfbeta_first5: toRows(dfbeta.slice(0, 5)),
    zph_km: {
      rows: tests.map(({ name }) => name),
      chisq: tests.map(({ chisq }) => chisq),
      df: tests.map(({ df }) => df),
      p: tests.map(({ p }) => p),
    },
  };
}
