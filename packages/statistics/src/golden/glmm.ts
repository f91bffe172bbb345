import { type GlmmModel, glmm, glmmProportions, glmmRates } from "../rare/index.ts";
import { completeRates, completeTables, countsOf } from "./counts.ts";
import { unwrap } from "./meta.ts";
import type { GoldenCase, GoldenFile, Operations } from "./operation.ts";

/** Arguments that stand in the words of the case only: a common effect, a level other than 95. */
const isCommon = ({ args, call, id }: GoldenCase): boolean => args.method === "EE" || /common/.test(call ?? "") || id.endsWith("-EE");

const levelOf = ({ args, call }: GoldenCase): number => Number(args.level ?? /(\d+)% CI/.exec(call ?? "")?.[1] ?? 95) / 100;

function fitOf(testCase: GoldenCase, file: GoldenFile) {
  const method = isCommon(testCase) ? ("EE" as const) : ("ML" as const);
  const level = levelOf(testCase);
  if (testCase.args.measure === "PLO") {
    const counts = countsOf(testCase, file).filter((count) => count !== undefined);
    return unwrap(glmmProportions({ counts, method, level }));
  }
  if (/Poisson|rate ratio/.test(testCase.call ?? "")) return unwrap(glmmRates({ strata: completeRates(testCase, file), level }));
  return unwrap(glmm({ tables: completeTables(testCase, file), model: testCase.args.model as GlmmModel, method, level }));
}

function glmmFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const fit = fitOf(testCase, file);
  // Where it integrates by quadrature the reference takes its likelihood from deviance residuals at the predicted effects.
  const conditional = !["CM.EL", "UM.RS"].includes(String(testCase.args.model));
  return {
    estimate: fit.estimate,
    se: fit.se,
    ci_lb: fit.ci[0],
    ci_ub: fit.ci[1],
    tau2: fit.tau2,
    sigma2: fit.sigma2,
    logLik: conditional ? fit.conditionalLogLik : fit.logLik,
    LRT_Q: fit.lrt.statistic,
    LRT_Q_p: fit.lrt.p,
    Wald_Q: fit.wald.statistic,
    Wald_Q_p: fit.wald.p,
    k: fit.k,
  };
}

/** Likelihood models of counts. */
export const glmmOperations: Operations = { glmm: glmmFields };
