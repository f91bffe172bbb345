import { type Result, refuse } from "@calcar/vocabulary";
import { fitModel } from "../meta/fit-model.ts";
import { type Interval, waldInference } from "../meta/inference.ts";
import { cleanStudies, type StudyInput } from "../meta/studies.ts";
import type { Tau2Method } from "../meta/tau2.ts";
import type { ScoringRule } from "../meta/tau2-scoring.ts";
import { finiteAnswer } from "../numerics/finite.ts";

/** What stands for a study's precision: standard error, variance, size, its inverse, or the inverse of its root. */
export type PrecisionPredictor = "sei" | "vi" | "ni" | "ninv" | "sqrtninv";

export type EggerRequest = Omit<StudyInput, "moderators"> & {
  readonly predictor: PrecisionPredictor;
  /** Sample sizes, for the predictors made from them. */
  readonly ni?: ArrayLike<number | undefined>;
  /** "weighted": classical Egger, residual dispersion multiplies the variances, t test; "mixed": tau2 adds to them, z test. */
  readonly model: "weighted" | "mixed";
  /** For "mixed" only. */
  readonly tau2?: Tau2Method;
  /** For "mixed" only: stops the search for tau2 early, to reproduce published figures. */
  readonly scoring?: ScoringRule;
  readonly level?: number;
};

/** Test that small studies answer differently from large ones. */
export interface EggerTest {
  /** Slope over its standard error: positive when less precise studies have larger effects. */
  readonly stat: number;
  readonly df?: number;
  readonly p: number;
  /** The effect of an infinitely precise study; absent for the predictor ni, which has no such end. */
  readonly limit?: { readonly estimate: number; readonly se: number; readonly p: number; readonly ci: Interval };
}

const PREDICTORS: Readonly<Record<PrecisionPredictor, (vi: number | undefined, ni: number | undefined) => number | undefined>> = {
  sei: (vi) => vi && Math.sqrt(vi),
  vi: (vi) => vi,
  ni: (_, ni) => ni,
  ninv: (_, ni) => ni && 1 / ni,
  sqrtninv: (_, ni) => ni && 1 / Math.sqrt(ni),
};

/**
 * Egger's regression test for funnel-plot asymmetry, in its classical and its mixed-model form.
 *
 * @refuses not-applicable/beyond-range; as cleanStudies and fitModel; incomplete/sample-sizes when the predictor needs sizes not given, `missing` says ni;
 *   not-applicable/constant-predictor; incomplete/too-few-studies below three; not-applicable/no-residual-spread when the
 *   studies lie exactly on the line, so that nothing is left to test against
 * @source egger-1997, sterne-egger-2005
 */
export function egger(request: EggerRequest): Result<EggerTest> {
  const { yi, vi, ni, predictor } = request;
  if (predictor !== "sei" && predictor !== "vi" && !ni) return refuse("incomplete", "sample-sizes", ["ni"]);
  const column = Array.from({ length: yi.length }, (_, i) => PREDICTORS[predictor](vi[i], ni?.[i]));
  const clean = cleanStudies({ ...request, moderators: [column] });
  if (!clean.ok) return clean;
  const { studies, keptModerators } = clean.value;
  if (studies.y.length < 3) return refuse("incomplete", "too-few-studies");
  if (keptModerators.length === 0) return refuse("not-applicable", "constant-predictor");
  const weighted = request.model === "weighted";
  const level = request.level ?? 0.95;
  const rule = request.scoring && !weighted ? { scoring: request.scoring } : {};
  const model = fitModel(studies, { tau2: weighted ? "EE" : (request.tau2 ?? "REML"), ci: weighted ? "hksj" : "z", level, ...rule });
  if (!model.ok) return model;
  const [intercept, slope] = model.value.coefficients;
  if (slope!.stat === undefined) return refuse("not-applicable", "no-residual-spread");
  const { df } = model.value;
  const limit = waldInference(intercept!.estimate, intercept!.se, level, df);
  return finiteAnswer({
    stat: slope!.stat,
    p: slope!.p,
    ...(df === undefined ? {} : { df }),
    ...(predictor === "ni" ? {} : { limit: { estimate: limit.estimate, se: limit.se, p: limit.p, ci: limit.ci } }),
  });
}
