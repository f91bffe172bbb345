import { rateArms, tableArms } from "../rare/arms.ts";
import { type Glmm, type GlmmModel, type GlmmRatesRequest, glmm, glmmProportions, glmmRates, glmmSingleRates } from "../rare/index.ts";
import { completeRates, completeTables, countsOf, personTimeOf } from "./counts.ts";
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
  const { measure } = testCase.args;
  if (measure === "IRLN") return unwrap(glmmSingleRates({ counts: personTimeOf(testCase, file), method, level }));
  if (measure === "IRR" || /Poisson|rate ratio|person-time/.test(testCase.call ?? "")) {
    const model = (testCase.args.model ?? "UM.FS") as GlmmRatesRequest["model"];
    return unwrap(glmmRates({ strata: completeRates(testCase, file), model, method, level }));
  }
  return unwrap(glmm({ tables: completeTables(testCase, file), model: testCase.args.model as GlmmModel, method, level }));
}

function glmmFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const fit = fitOf(testCase, file);
  return {
    estimate: fit.estimate,
    se: fit.se,
    ci_lb: fit.ci[0],
    ci_ub: fit.ci[1],
    tau2: fit.tau2,
    sigma2: fit.sigma2,
    logLik: likelihoodOf(fit, testCase, file),
    LRT_Q: fit.lrt.statistic,
    LRT_Q_p: fit.lrt.p,
    Wald_Q: fit.wald.statistic,
    Wald_Q_p: fit.wald.p,
    k: fit.k,
  };
}

/**
 * What the reference prints as log-likelihood: the marginal one where it integrates by itself or by Laplace's approximation, that
 * less the saturated one for UM.RS with a common effect, and for the others the one at the predicted effects.
 */
function likelihoodOf(fit: Glmm, testCase: GoldenCase, file: GoldenFile): number {
  const { model, measure = "OR" } = testCase.args;
  const common = isCommon(testCase);
  if (model === "UM.RS" && !common) return fit.logLik;
  if (model === "CM.EL" && measure === "OR") return fit.logLik;
  if (model !== "UM.RS") return fit.conditionalLogLik;
  const arms = measure === "IRR" ? completeRates(testCase, file).map(rateArms) : completeTables(testCase, file).map(tableArms);
  return fit.logLik - arms.reduce((sum, { saturated }) => sum + saturated, 0);
}

/** Likelihood models of counts. */
export const glmmOperations: Operations = { glmm: glmmFields };
