import type { CoxFit } from "./cox.ts";
import { hazardSteps } from "./cox-hazard.ts";
import { standardisedCoefficients } from "./cox-residuals.ts";
import { arrange, type CoxData } from "./cox-rows.ts";
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
 * @throws RangeError when a covariate of the model is not given
 * @source breslow-1974, efron-1977
 */
export function coxCumulativeHazard(data: CoxData, fit: CoxFit, covariates: Readonly<Record<string, number>>): CumulativeHazard[] {
  const rows = arrange(data);
  const predictor = fit.coefficients.reduce((sum, { name, coef }, j) => {
    const value = covariates[name];
    if (value === undefined) throw new RangeError(`no value for covariate ${name}`);
    return sum + coef * (value - rows.means[j]!);
  }, 0);
  const risk = Math.exp(predictor);
  return hazardSteps(rows, standardisedCoefficients(rows, fit), fit.ties).map(({ stratum, steps }) => {
    const starts = stratum.blocks.slice(0, -1);
    const jumps = new Float64Array(starts.length);
    for (const { block, hazard } of steps) jumps[block] = hazard;
    let sum = 0;
    return {
      stratum: data.strata?.[rows.order[stratum.from]!],
      time: Float64Array.from(starts, (row) => rows.time[row]!),
      cumulativeHazard: jumps.map((jump) => {
        sum += jump;
        return sum * risk;
      }),
    };
  });
}
