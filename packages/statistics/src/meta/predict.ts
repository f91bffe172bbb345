import { type Result, refuse } from "@calcar/vocabulary";
import { finiteAnswer } from "../numerics/finite.ts";
import { dot, quadraticForm } from "../numerics/matrix.ts";
import { fitModel, type ModelChoice } from "./fit-model.ts";
import { type Interval, referenceDistribution } from "./inference.ts";
import { cleanStudies, type StudyInput } from "./studies.ts";

/** A predicted mean and where a new study's true effect would lie. */
export interface Prediction {
  readonly estimate: number;
  readonly se: number;
  readonly ci: Interval;
  /** With the critical value of the confidence interval. */
  readonly pi: Interval;
}

/**
 * Predicted mean effects at given moderator values.
 *
 * @param rows one per prediction: moderator values in the order of the input, without the intercept; [] for a plain mean
 * @refuses not-applicable/beyond-range; as regress; invalid/lengths-differ when a row does not name every moderator; invalid/not-finite
 */
export function predict(request: StudyInput & ModelChoice, rows: readonly (readonly number[])[]): Result<readonly Prediction[]> {
  const count = request.moderators?.length ?? 0;
  if (rows.some((row) => row.length !== count)) return refuse("invalid", "lengths-differ");
  if (!rows.every((row) => row.every(Number.isFinite))) return refuse("invalid", "not-finite");
  const clean = cleanStudies(request);
  if (!clean.ok) return clean;
  const model = fitModel(clean.value.studies, request);
  if (!model.ok) return model;
  const { fit, scale, tau2, df, level } = model.value;
  const { critical } = referenceDistribution(df, level);
  return finiteAnswer(
    rows.map((row) => {
      const x = Float64Array.of(1, ...clean.value.keptModerators.map((j) => row[j]!));
      const estimate = dot(x, fit.beta);
      const se = Math.sqrt(scale * quadraticForm(fit.covariance, x));
      const around = (deviation: number): Interval => [estimate - critical * deviation, estimate + critical * deviation];
      return { estimate, se, ci: around(se), pi: around(Math.sqrt(se * se + tau2)) };
    }),
  );
}
