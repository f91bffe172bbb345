import { ok, type Result, refuse } from "@calcar/vocabulary";
import { normal } from "../distributions/normal.ts";
import type { Vector } from "../numerics/matrix.ts";
import { type Interval, tailOf } from "../sites/counts.ts";
import { badRows, type GroupLabel } from "../survival/follow-up.ts";
import { coefficientInfluence, fittedProbabilities, robustError } from "./influence.ts";
import { type LogisticData, type LogisticFit, logistic, logisticRows } from "./logistic.ts";

export interface ExposureData {
  readonly y: Vector;
  /** 1 for the exposed group, 0 for the other. */
  readonly exposed: Vector;
  readonly covariates: Readonly<Record<string, Vector>>;
  /** Rows that belong together, such as two hips of a person; absent means every row stands alone. */
  readonly cluster?: ArrayLike<GroupLabel>;
}

export interface RobustEstimate {
  readonly estimate: number;
  /** Of the ratio, on the log scale. */
  readonly se: number;
  readonly ci: Interval;
}

export interface StandardisedRisk {
  /** Mean risk if everybody were exposed, and if nobody were. */
  readonly exposed: RobustEstimate;
  readonly unexposed: RobustEstimate;
  readonly difference: RobustEstimate;
  /** Absent when a standardised risk is 0. */
  readonly ratio: RobustEstimate | undefined;
  readonly fit: LogisticFit;
}

/**
 * Marginal standardisation (g-computation) of risk with a logistic model.
 *
 * The model predicts every subject's risk with and without exposure; the means over all subjects are compared. Errors are
 * robust and take in both the model's uncertainty and that of the covariates.
 *
 * @param level confidence level between 0 and 1
 * @refuses as `logistic`; invalid/exposed when not 0 or 1; incomplete/one-group; not-applicable/separated when the model has
 *   no finite estimate
 * @throws RangeError when columns differ in length or the level is not between 0 and 1
 * @source zhang-2008, robins-1986
 */
export function standardisedRisk(data: ExposureData, level = 0.95): Result<StandardisedRisk> {
  const z = normal.upperQuantile(tailOf(level));
  const { y, exposed, covariates, cluster } = data;
  const bad = badRows("exposed", exposed, (value) => value === 0 || value === 1);
  if (bad) return bad;
  const model: LogisticData = { y, covariates: { exposed, ...covariates } };
  const fit = logistic(model);
  if (!fit.ok) return fit.refusal.missing?.includes("exposed") ? refuse("incomplete", "one-group") : fit;
  if (fit.value.separated) return refuse("not-applicable", "separated");
  const [one, none] = [1, 0].map((value) => underExposure(model, fit.value, value));
  const estimated = (estimate: number, influence: Float64Array) => {
    const se = robustError(influence, cluster);
    return { estimate, se, ci: [estimate - z * se, estimate + z * se] as const };
  };
  const logged = one!.risk > 0 && none!.risk > 0 ? estimated(Math.log(one!.risk / none!.risk), logRatioInfluence(one!, none!)) : undefined;
  return ok({
    exposed: estimated(one!.risk, one!.influence),
    unexposed: estimated(none!.risk, none!.influence),
    difference: estimated(
      one!.risk - none!.risk,
      one!.influence.map((value, i) => value - none!.influence[i]!),
    ),
    ratio: logged && { estimate: Math.exp(logged.estimate), se: logged.se, ci: [Math.exp(logged.ci[0]), Math.exp(logged.ci[1])] },
    fit: fit.value,
  });
}

interface Standardised {
  readonly risk: number;
  /** What each row adds to the error of the risk. */
  readonly influence: Float64Array;
}

function underExposure({ y, covariates }: LogisticData, fit: LogisticFit, value: number): Standardised {
  const n = y.length;
  const set = logisticRows({ ...covariates, exposed: new Float64Array(n).fill(value) }, n);
  const p = fittedProbabilities(fit, set);
  const risk = p.reduce((sum, one) => sum + one / n, 0);
  const slope = Float64Array.from(fit.coefficients, (_, j) => set.reduce((sum, row, i) => sum + (p[i]! * (1 - p[i]!) * row[j]!) / n, 0));
  const model = coefficientInfluence(fit, logisticRows(covariates, n), { y, slope });
  return { risk, influence: p.map((one, i) => (one - risk) / n + model[i]!) };
}

const logRatioInfluence = (one: Standardised, none: Standardised): Float64Array =>
  one.influence.map((value, i) => value / one.risk - none.influence[i]! / none.risk);
