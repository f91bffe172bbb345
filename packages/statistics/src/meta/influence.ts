import type { Result } from "@calcar/vocabulary";
import { finiteAnswer } from "../numerics/finite.ts";
import { dot, type Matrix, matrixOf, quadraticForm, weightedCross } from "../numerics/matrix.ts";
import { fitModel, type Model, type ModelChoice } from "./fit-model.ts";
import { fitWithout } from "./leave-one-out.ts";
import { cleanStudies, type Studies, type StudyInput } from "./studies.ts";
import { leverages } from "./tau2-moments.ts";
import { fitAt, fittedValues } from "./weighted-fit.ts";

/** How much one study moves the model. */
export interface CaseDiagnostics {
  /** Place in the input. */
  readonly study: number;
  /** Residual over its standard error, the study taking part. */
  readonly standardised: number;
  /** Residual from the model without the study, over its standard error. */
  readonly studentised: number;
  /** Shift of the study's fitted value, in standard errors. */
  readonly dffits: number;
  readonly cooksDistance: number;
  /** Determinant of the coefficients' covariance without the study over that with it: below 1, the study costs precision. */
  readonly covarianceRatio: number;
  readonly tau2Without: number;
  readonly qWithout?: number;
  readonly leverage: number;
  readonly weightPercent: number;
  /** Shift of each coefficient, in standard errors. */
  readonly dfbetas: readonly number[];
}

/**
 * Case diagnostics of a meta-analysis or meta-regression; each deletion estimates tau2 anew. Under Knapp-Hartung the standard
 * errors carry its scale, that of the model without the study.
 *
 * @refuses not-applicable/beyond-range; as pool and regress, for the whole or for a part without one study
 * @source viechtbauer-cheung-2010
 */
export function influence(request: StudyInput & ModelChoice): Result<readonly CaseDiagnostics[]> {
  const clean = cleanStudies(request);
  if (!clean.ok) return clean;
  const { studies, kept } = clean.value;
  const whole = fitModel(studies, request);
  if (!whole.ok) return whole;
  const leverage = leverages(studies, whole.value.fit);
  const rows: CaseDiagnostics[] = [];
  for (let i = 0; i < studies.y.length; i++) {
    const part = fitWithout(studies, i, request);
    if (!part.ok) return part;
    rows.push({ study: kept[i]!, leverage: leverage[i]!, ...diagnose(whole.value, part.value, i, leverage[i]!) });
  }
  return finiteAnswer(rows);
}

const designRow = ({ x }: Studies, i: number): Float64Array => x?.[i] ?? Float64Array.of(1);

function diagnose(whole: Model, part: Model, i: number, leverage: number): Omit<CaseDiagnostics, "study" | "leverage"> {
  const { studies, fit, scale } = whole;
  const row = designRow(studies, i);
  const y = studies.y[i]!;
  const v = studies.v[i]!;
  const predicted = dot(row, part.fit.beta);
  const shift = fit.beta.map((value, j) => value - part.fit.beta[j]!);
  const spread = part.scale * (v + part.tau2 + quadraticForm(part.fit.covariance, row));
  const sumW = fit.w.reduce((total, weight) => total + weight, 0);
  return {
    standardised: (y - fittedValues(studies, fit.beta)[i]!) / Math.sqrt((v + whole.tau2) * (1 - leverage)),
    studentised: (y - predicted) / Math.sqrt(spread),
    dffits: dot(row, shift) / Math.sqrt(part.scale * leverage * (part.tau2 + v)),
    cooksDistance: quadraticForm(information(studies, fit.w), shift) / scale,
    covarianceRatio: Math.exp(fit.logDet - part.fit.logDet) * (part.scale / scale) ** shift.length,
    tau2Without: part.tau2,
    ...(part.q ? { qWithout: part.q.q } : {}),
    weightPercent: (100 * fit.w[i]!) / sumW,
    dfbetas: dfbetas(studies, part, shift),
  };
}

const information = ({ x, y }: Studies, w: Float64Array): Matrix => weightedCross(x ?? matrixOf(Array.from(y, () => [1])), w);

/** Shifts over the standard errors that all studies would give with the tau2 of the others. */
function dfbetas(studies: Studies, { tau2, scale }: Model, shift: Float64Array): number[] {
  const fit = fitAt(studies, tau2);
  if (!fit) throw new Error("the studies that were fitted a moment ago have no weights now");
  return Array.from(shift, (value, j) => value / Math.sqrt(scale * fit.covariance[j]![j]!));
}
