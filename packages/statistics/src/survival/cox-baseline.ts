import { ok, type Result, refuse } from "@calcar/vocabulary";
import type { CoxFit } from "./cox.ts";
import { hazardSteps, type StratumHazard } from "./cox-hazard.ts";
import { standardisedCoefficients } from "./cox-residuals.ts";
import { arrange, type CoxData, type CoxRows } from "./cox-rows.ts";
import type { GroupLabel } from "./follow-up.ts";

export interface CumulativeHazard {
  /** Label of the stratum; absent without strata. */
  readonly stratum: GroupLabel | undefined;
  readonly time: Float64Array;
  readonly cumulativeHazard: Float64Array;
}

/**
 * Cumulative hazard that a Cox model gives to a subject with stated covariates; its survival is `exp(-cumulativeHazard)`.
 *
 * Breslow's estimate, or Efron's where the model used his rule for ties. At covariates 0 it is the baseline hazard.
 *
 * @param data the very data that `fit` was made from
 * @param covariates by name; every covariate of the model must be given
 * @returns one curve per stratum over all its distinct times of follow-up
 * @refuses not-applicable/monotone-likelihood with the covariates that have no finite estimate;
 *   not-applicable/out-of-range when the covariates lie so far from the data that the hazard is beyond numbers
 * @throws RangeError when a covariate of the model is not given
 * @source breslow-1974, efron-1977
 */
export function coxCumulativeHazard(data: CoxData, fit: CoxFit, covariates: Readonly<Record<string, number>>): Result<CumulativeHazard[]> {
  if (fit.monotone.length > 0) return refuse("not-applicable", "monotone-likelihood", fit.monotone);
  const rows = arrange(data);
  const predictor = fit.coefficients.reduce((sum, { name, coef }, j) => {
    const value = covariates[name];
    if (value === undefined) throw new RangeError(`no value for covariate ${name}`);
    return sum + coef * (value - rows.means[j]!);
  }, 0);
  if (!(Math.abs(predictor) < 700)) return refuse("not-applicable", "out-of-range"); // exp() ends there
  const hazards = hazardSteps(rows, standardisedCoefficients(rows, fit), fit.ties);
  return ok(hazards.map((hazard) => curveOf(hazard, Math.exp(predictor), { rows, strata: data.strata })));
}

function curveOf(
  { stratum, steps }: StratumHazard,
  risk: number,
  { rows, strata }: { rows: CoxRows; strata: ArrayLike<GroupLabel> | undefined },
): CumulativeHazard {
  const starts = stratum.blocks.slice(0, -1);
  const jumps = new Float64Array(starts.length);
  for (const { block, hazard } of steps) jumps[block] = hazard;
  let sum = 0;
  return {
    stratum: strata?.[rows.order[stratum.from]!],
    time: Float64Array.from(starts, (row) => rows.time[row]!),
    cumulativeHazard: jumps.map((jump) => {
      sum += jump;
      return sum * risk;
    }),
  };
}
