import type { Studies } from "./studies.ts";
import { coefficients, fitAt, fitWithWeights, type Traces, traceSandwich, tracesOf, type WeightedFit } from "./weighted-fit.ts";

/** A between-study variance and its standard error, in yi's unit squared. */
export interface Tau2Estimate {
  readonly tau2: number;
  /** Large-sample standard error, where one is published. */
  readonly se?: number;
}

/** Fit and traces with weights 1 / vi, or undefined when a variance is zero. */
function common(studies: Studies): { fit: WeightedFit; traces: Traces; df: number } | undefined {
  const fit = fitAt(studies, 0);
  return fit && { fit, traces: tracesOf(studies, fit), df: studies.y.length - coefficients(studies) };
}

/** sqrt(2 df + 4 t tr P + 2 t^2 tr PP): the standard deviation of Q when the variance between studies is t. */
const qDeviation = (df: number, tau2: number, { trP, trPP }: Traces): number => Math.sqrt(2 * df + 4 * tau2 * trP + 2 * tau2 * tau2 * trPP);

/** DerSimonian and Laird's moment estimator. @source dersimonian-laird-1986 */
export function tau2DerSimonianLaird(studies: Studies): Tau2Estimate | undefined {
  const base = common(studies);
  if (!base) return undefined;
  const { fit, traces, df } = base;
  const tau2 = Math.max(0, (fit.rss - df) / traces.trP);
  return { tau2, se: qDeviation(df, tau2, traces) / traces.trP };
}

/** Hunter and Schmidt's estimator. @source hunter-schmidt-1990 */
export function tau2HunterSchmidt(studies: Studies): Tau2Estimate | undefined {
  const base = common(studies);
  if (!base) return undefined;
  const { fit, traces, df } = base;
  const tau2 = Math.max(0, (fit.rss - studies.y.length) / traces.sumW);
  return { tau2, se: qDeviation(df, tau2, traces) / traces.sumW };
}

/** Hunter and Schmidt's estimator with Q enlarged by k / (k - p) against its downward bias. @source brannick-2019 */
export function tau2HunterSchmidtCorrected(studies: Studies): Tau2Estimate | undefined {
  const base = common(studies);
  if (!base) return undefined;
  const { fit, traces, df } = base;
  const k = studies.y.length;
  const tau2 = Math.max(0, ((k / df) * fit.rss - k) / traces.sumW);
  return { tau2, se: ((k / df) * qDeviation(df, tau2, traces)) / traces.sumW };
}

/** Hedges and Olkin's (Cochran's analysis-of-variance) estimator. @source hedges-olkin-1985 */
export function tau2Hedges(studies: Studies): Tau2Estimate | undefined {
  const k = studies.y.length;
  const fit = fitWithWeights(studies, new Float64Array(k).fill(1), 0);
  if (!fit) return undefined;
  const df = k - coefficients(studies);
  // tr(PV) with ordinary P: the mean of variances, less what the design takes up.
  const leverage = leverages(studies, fit);
  let trPV = 0;
  for (let i = 0; i < k; i++) trPV += studies.v[i]! * (1 - leverage[i]!);
  const tau2 = Math.max(0, (fit.rss - trPV) / df);
  const spread = traceSandwich(
    studies,
    fit,
    studies.v.map((variance) => variance + tau2),
  );
  return { tau2, se: Math.sqrt(2 * spread) / df };
}

/** Sidik and Jonkman's two-step estimator: 0 only when all effects are equal. @source sidik-jonkman-2005 */
export function tau2SidikJonkman(studies: Studies): Tau2Estimate | undefined {
  const k = studies.y.length;
  const df = k - coefficients(studies);
  const mean = studies.y.reduce((sum, value) => sum + value / k, 0);
  const crude = studies.y.reduce((sum, value) => sum + (value - mean) ** 2 / k, 0);
  const fit = fitAt(studies, crude);
  if (!fit) return undefined;
  const tau2 = (crude * fit.rss) / df;
  const spread = traceSandwich(
    studies,
    fit,
    studies.v.map((variance) => variance + tau2),
  );
  return { tau2, se: (crude / df) * Math.sqrt(2 * spread) };
}

/** Diagonal of the hat matrix W^1/2 X (X'WX)^-1 X' W^1/2. */
export function leverages(studies: Studies, { w, covariance }: WeightedFit): Float64Array {
  const { x } = studies;
  if (!x) return w.map((weight) => weight * covariance[0]![0]!);
  return w.map((weight, i) => {
    const row = x[i]!;
    let sum = 0;
    for (let a = 0; a < row.length; a++) for (let b = 0; b < row.length; b++) sum += row[a]! * covariance[a]![b]! * row[b]!;
    return weight * sum;
  });
}
