import type { Result } from "@calcar/vocabulary";
import { finiteAnswer } from "../numerics/finite.ts";
import { quadraticForm } from "../numerics/matrix.ts";
import { fitModel, type ModelChoice } from "./fit-model.ts";
import { type Interval, referenceDistribution } from "./inference.ts";
import { cleanStudies, type StudyInput } from "./studies.ts";
import { fittedValues } from "./weighted-fit.ts";

/** Best linear unbiased prediction of one study's true effect. */
export interface Blup {
  readonly study: number;
  readonly estimate: number;
  readonly se: number;
  readonly pi: Interval;
}

/**
 * Empirical Bayes estimates of the studies' true effects: each is drawn towards the mean by the share of its variance that is
 * sampling error.
 *
 * @refuses not-applicable/beyond-range; as regress
 * @source morris-1983
 */
export function blup(request: StudyInput & ModelChoice): Result<readonly Blup[]> {
  const clean = cleanStudies(request);
  if (!clean.ok) return clean;
  const model = fitModel(clean.value.studies, request);
  if (!model.ok) return model;
  const { studies, fit, tau2, scale, df, level } = model.value;
  const { critical } = referenceDistribution(df, level);
  const means = fittedValues(studies, fit.beta);
  return finiteAnswer(
    Array.from(studies.y, (y, i) => {
      const share = tau2 / (tau2 + studies.v[i]!);
      const row = studies.x?.[i] ?? Float64Array.of(1);
      const estimate = share * y + (1 - share) * means[i]!;
      const se = Math.sqrt(share * studies.v[i]! + (1 - share) ** 2 * scale * quadraticForm(fit.covariance, row));
      return { study: clean.value.kept[i]!, estimate, se, pi: [estimate - critical * se, estimate + critical * se] as const };
    }),
  );
}
