import {
  begg,
  type EggerRequest,
  egger,
  excessSignificance,
  type FailSafeType,
  failSafeN,
  henmiCopas,
  type PrecisionPredictor,
  selectionModel,
  type TrimFillEstimator,
  trimAndFill,
} from "../bias/index.ts";
import { pool } from "../meta/index.ts";
import { columnsFor } from "./columns.ts";
import { plainRequest, unwrap } from "./meta.ts";
import { complete, type GoldenCase, type GoldenFile, inputOf, numbers, type Operations } from "./operation.ts";

function eggerFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const { ni } = inputOf(testCase, file);
  const { ci: _, ...studies } = plainRequest(testCase, file);
  const model: EggerRequest["model"] = testCase.args.model === "lm" ? "weighted" : "mixed";
  const test = unwrap(
    egger({ ...studies, ...(ni ? { ni: numbers(ni) } : {}), predictor: testCase.args.predictor as PrecisionPredictor, model }),
  );
  return {
    stat: test.stat,
    pval: test.p,
    df: test.df,
    limit_estimate: test.limit?.estimate,
    limit_ci_lb: test.limit?.ci[0],
    limit_ci_ub: test.limit?.ci[1],
  };
}

/**
 * The reference's trim and fill does not hand on the tightened rule of the model it is given: its inner fits stop when tau2 moves by
 * 1e-5, and so do ours here, unless the case says that they were tightened too. With nothing filled in it returns the model as given.
 */
function trimAndFillFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const request = plainRequest(testCase, file);
  const estimator = testCase.args.estimator as TrimFillEstimator;
  const inner = testCase.args.inner === "tight" ? {} : { scoring: { threshold: 1e-5 } };
  const { missing, missingSe, side, filled, pooled: refitted } = unwrap(trimAndFill({ ...request, ...inner, estimator }));
  const pooled = missing === 0 ? unwrap(pool(request)) : refitted;
  // the file picks the filled studies by their places among all rows, from a list without those that lack a value
  const lost = Array.from(request.yi).filter((value, i) => value === undefined || request.vi[i] === undefined).length;
  return {
    k0: missing,
    se_k0: missingSe,
    side,
    estimate: pooled.estimate,
    se: pooled.se,
    ci_lb: pooled.ci[0],
    ci_ub: pooled.ci[1],
    tau2: pooled.tau2,
    QE: pooled.q?.q,
    filled_yi: filled.map((_, i) => filled[i + lost]?.yi),
  };
}

function beggFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const { tau, pAsymptotic, pExact } = unwrap(begg(plainRequest(testCase, file)));
  return { tau, pval_asymptotic: pAsymptotic, pval_default: pExact ?? pAsymptotic };
}

function henmiCopasFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const { estimate, se, ci } = unwrap(henmiCopas(plainRequest(testCase, file)));
  return { estimate, se, ci_lb: ci[0], ci_ub: ci[1] };
}

function excessFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const { observed, expected, chiSquare, p } = unwrap(excessSignificance(plainRequest(testCase, file)));
  return { observed, expected, X2: chiSquare, pval: p };
}

function selectionFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const columns = columnsFor(testCase, file, [
    ["yi", "vi"],
    ["smd", "se"],
  ]);
  const vi = columns.vi ? complete(columns.vi) : complete(columns.se).map((se) => se ** 2);
  const steps = testCase.args.steps as number[] | undefined;
  const fit = unwrap(
    selectionModel({
      yi: complete(columns.yi ?? columns.smd),
      vi,
      type: testCase.args.type === "beta" ? "beta" : "step",
      ...(steps ? { steps } : {}),
    }),
  );
  const { estimate, se, tau2, delta, test, logLik } = fit;
  return { estimate, se, tau2, delta, LRT: test.statistic, LRT_df: test.df, LRT_p: test.p, logLik };
}

/** Small-study effects and selective publication. */
export const biasOperations: Operations = {
  regtest: eggerFields,
  ranktest: beggFields,
  trimfill: trimAndFillFields,
  fsn: (testCase, file) => ({ fsn: unwrap(failSafeN({ ...plainRequest(testCase, file), type: testCase.args.type as FailSafeType })) }),
  henmi_copas: henmiCopasFields,
  excess_significance: excessFields,
  selection_model: selectionFields,
};
