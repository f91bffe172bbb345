import { type Result, refuse } from "@calcar/vocabulary";
import { chiSquare } from "../distributions/gamma.ts";
import { type Inference, waldInference } from "../meta/inference.ts";
import { cleanStudies, type Studies, type StudyInput } from "../meta/studies.ts";
import { logLikelihood, tau2Likelihood } from "../meta/tau2-likelihood.ts";
import { fitAt } from "../meta/weighted-fit.ts";
import { boxMinimum } from "../numerics/box-minimum.ts";
import { invertPositive } from "../numerics/cholesky.ts";
import { finiteAnswer } from "../numerics/finite.ts";
import { numericalHessian } from "../numerics/hessian.ts";
import { betaLikelihood, intervalOf, oneSidedP, type SelectionLikelihood, stepLikelihood } from "./selection-likelihood.ts";

export type SelectionRequest = Omit<StudyInput, "moderators"> & {
  /** "step" with cut points on the one-sided p value for effects above 0, or "beta". */
  readonly type: "step" | "beta";
  /** Ascending within 0 to 1; a last 1 may be left out. For "step". */
  readonly steps?: readonly number[];
  readonly level?: number;
};

/** A pooled effect with the publication process modelled beside it. */
export interface SelectionModel extends Inference {
  readonly k: number;
  readonly tau2: number;
  /** Step: chance of publication per interval over that of the first; beta: both shapes. */
  readonly delta: readonly number[];
  /** Likelihood ratio test against no selection. */
  readonly test: { readonly statistic: number; readonly df: number; readonly p: number };
  readonly logLik: number;
  readonly flags: readonly ("tau2-at-zero" | "search-not-settled")[];
}

interface Setup {
  readonly studies: Studies;
  readonly likelihood: SelectionLikelihood;
  readonly parameters: number;
}

/**
 * Selection model by maximum likelihood: Vevea and Hedges' step function or Citkowicz and Vevea's beta density.
 *
 * @refuses not-applicable/beyond-range; as cleanStudies; invalid/level; invalid/steps unless ascending within 0 to 1; not-applicable/empty-interval when no
 *   study has a p value in an interval; incomplete/too-few-studies unless there are more studies than parameters;
 *   not-applicable/zero-variance; not-applicable/no-finite-tau2 when the plain model has no estimate to start from;
 *   not-applicable/not-identified when the information is singular
 * @source vevea-hedges-1995, citkowicz-vevea-2017
 */
export function selectionModel(request: SelectionRequest): Result<SelectionModel> {
  const level = request.level ?? 0.95;
  if (!(level > 0 && level < 1)) return refuse("invalid", "level");
  const setup = setUp(request);
  if (!setup.ok) return setup;
  const { studies, likelihood, parameters } = setup.value;
  const plain = tau2Likelihood(studies, "ML");
  const start = plain && fitAt(studies, plain.tau2);
  if (!plain || !start) return refuse("not-applicable", "no-finite-tau2");
  const typical = studies.v.reduce((sum, variance) => sum + variance / studies.v.length, 0);
  const size = Math.sqrt(typical);
  const cost = (u: Float64Array) => -likelihood(u[0]! * size, u[1]! * typical, u.subarray(2));
  const zeros = new Array<number>(parameters).fill(0);
  const found = [plain.tau2, typical / 3].map((tau2) =>
    boxMinimum({
      f: cost,
      start: [start.beta[0]! / size, tau2 / typical, ...zeros],
      low: [-Infinity, 0, ...zeros.map(() => -12)],
      high: [Infinity, Infinity, ...zeros.map(() => 12)],
    }),
  );
  const best = found.reduce((a, b) => (b.value < a.value ? b : a));
  const se = standardError(cost, best.x);
  if (se === undefined) return refuse("not-applicable", "not-identified");
  const logLik = -best.value;
  const statistic = Math.max(0, 2 * (logLik - logLikelihood(studies, plain.tau2, "ML")!));
  const weights = Array.from(best.x.subarray(2), Math.exp);
  return finiteAnswer({
    ...waldInference(best.x[0]! * size, se * size, level),
    k: studies.y.length,
    tau2: best.x[1]! * typical,
    delta: request.type === "step" ? [1, ...weights] : weights,
    test: { statistic, df: parameters, p: chiSquare(parameters).upper(statistic) },
    logLik,
    flags: [...(best.x[1]! < 1e-6 ? (["tau2-at-zero"] as const) : []), ...(best.converged ? [] : (["search-not-settled"] as const))],
  });
}

function setUp(request: SelectionRequest): Result<Setup> {
  const clean = cleanStudies(request);
  if (!clean.ok) return clean;
  const { studies, flags } = clean.value;
  if (flags.includes("zero-variance")) return refuse("not-applicable", "zero-variance");
  if (request.type === "beta") return enough({ studies, likelihood: betaLikelihood(studies), parameters: 2 });
  const given = request.steps ?? [];
  const ascending = given.every((step, i) => step > (given[i - 1] ?? 0) && step <= 1);
  if (given.length === 0 || !ascending) return refuse("invalid", "steps");
  const steps = given.at(-1) === 1 ? given : [...given, 1];
  const used = new Set(Array.from(studies.y, (y, i) => intervalOf(oneSidedP(y, studies.v[i]!), steps)));
  if (used.size < steps.length) return refuse("not-applicable", "empty-interval");
  return enough({ studies, likelihood: stepLikelihood(studies, steps), parameters: steps.length - 1 });
}

const enough = (setup: Setup): Result<Setup> =>
  setup.studies.y.length > setup.parameters + 2 ? { ok: true, value: setup } : refuse("incomplete", "too-few-studies");

/** From the observed information; a variance of 0 is held there. */
function standardError(cost: (u: Float64Array) => number, at: Float64Array): number | undefined {
  const held = at[1]! < 1e-3;
  const free = Array.from(at.keys()).filter((i) => !(held && i === 1));
  const whole = (part: Float64Array) => {
    const u = Float64Array.from(at);
    free.forEach((i, n) => {
      u[i] = part[n]!;
    });
    return u;
  };
  const hessian = numericalHessian(
    (part) => cost(whole(part)),
    Float64Array.from(free, (i) => at[i]!),
    free.map((i) => 1e-4 * Math.max(1, Math.abs(at[i]!))),
  );
  const variance = invertPositive(hessian)?.[0]?.[0];
  return variance !== undefined && variance > 0 ? Math.sqrt(variance) : undefined;
}
