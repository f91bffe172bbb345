import { ok, type Result, refuse } from "@calcar/vocabulary";
import { cholesky, choleskySolve } from "../numerics/cholesky.ts";
import { dot, type Matrix, zeros } from "../numerics/matrix.ts";
import { type ChiSquareTest, type CoxFit, chiSquareTest } from "./cox.ts";
import { type HazardStep, hazardSteps } from "./cox-hazard.ts";
import { standardisedCoefficients } from "./cox-residuals.ts";
import { arrange, type CoxData, coxProblem } from "./cox-rows.ts";
import { kaplanMeier } from "./kaplan-meier.ts";
import { lastAtMost } from "./survival-reading.ts";

/** The function of time along which a coefficient is suspected to drift. */
export type TimeTransform = "km" | "identity" | "log";

export interface ProportionalHazardsTest {
  readonly byCovariate: readonly (ChiSquareTest & { readonly name: string })[];
  readonly global: ChiSquareTest;
}

/**
 * Test of proportional hazards: score test for adding `covariate x g(time)` to a Cox model.
 *
 * @param data the very data that `fit` was made from
 * @param transform g; `km` (one minus Kaplan-Meier just before the event) keeps late, sparse events from dominating
 * @refuses as cox of data that could not be fitted; not-applicable/monotone-likelihood; not-applicable/no-variation when g is the same at all events;
 *   not-applicable/non-positive-time for `log`
 * @source grambsch-therneau-1994
 */
export function proportionalHazards(data: CoxData, fit: CoxFit, transform: TimeTransform = "km"): Result<ProportionalHazardsTest> {
  const problem = coxProblem(data);
  if (problem) return problem;
  if (fit.monotone.length > 0) return refuse("not-applicable", "monotone-likelihood", fit.monotone);
  const rows = arrange(data);
  const steps = hazardSteps(rows, standardisedCoefficients(rows, fit), fit.ties).flatMap((hazard) => hazard.steps);
  if (transform === "log" && steps.some(({ time }) => time <= 0)) return refuse("not-applicable", "non-positive-time");
  const drift = driftScores(steps, centred(steps, transformOf(transform, data)), rows.p);
  const byCovariate = Array.from({ length: rows.p }, (_, j) => scoreTest(drift, [j]));
  const global = scoreTest(
    drift,
    byCovariate.map((_, j) => j),
  );
  if (!global || byCovariate.includes(undefined)) return refuse("not-applicable", "no-variation");
  return ok({ byCovariate: byCovariate.map((test, j) => ({ name: rows.names[j]!, ...test! })), global });
}

function transformOf(transform: TimeTransform, data: CoxData): (time: number) => number {
  if (transform === "identity") return (time) => time;
  if (transform === "log") return Math.log;
  const { time, status, entry } = data;
  const curve = kaplanMeier({ time, status, ...(entry && { entry }) });
  if (!curve.ok) throw new Error("a fitted model has usable follow-up");
  return (at) => {
    const before = lastAtMost(curve.value.time, at) - 1;
    return 1 - (before < 0 ? 1 : curve.value.survival[before]!);
  };
}

function centred(steps: readonly HazardStep[], g: (time: number) => number): number[] {
  const values = steps.map(({ time }) => g(time));
  const deaths = steps.reduce((sum, step) => sum + step.deaths, 0);
  const mean = steps.reduce((sum, step, i) => sum + step.deaths * values[i]!, 0) / deaths;
  return values.map((value) => value - mean);
}

interface Drift {
  readonly score: Float64Array;
  /** Information of the coefficients, its cross term with their drift, and that of the drift. */
  readonly plain: Matrix;
  readonly cross: Matrix;
  readonly drift: Matrix;
}

function driftScores(steps: readonly HazardStep[], g: readonly number[], p: number): Drift {
  const out: Drift = { score: new Float64Array(p), plain: zeros(p, p), cross: zeros(p, p), drift: zeros(p, p) };
  steps.forEach(({ residual, information }, i) => {
    const at = g[i]!;
    for (let j = 0; j < p; j++) {
      out.score[j]! += at * residual[j]!;
      for (let m = 0; m < p; m++) {
        const value = information[j]![m]!;
        out.plain[j]![m]! += value;
        out.cross[j]![m]! += at * value;
        out.drift[j]![m]! += at * at * value;
      }
    }
  });
  return out;
}

/** Score test that the drifts of some covariates are 0, the coefficients themselves at their estimates. */
function scoreTest({ score, plain, cross, drift }: Drift, tested: readonly number[]): ChiSquareTest | undefined {
  const p = plain.length;
  const size = p + tested.length;
  const joint = zeros(size, size);
  for (let j = 0; j < p; j++) for (let m = 0; m < p; m++) joint[j]![m] = plain[j]![m]!;
  tested.forEach((t, i) => {
    for (let m = 0; m < p; m++) {
      joint[p + i]![m] = cross[t]![m]!;
      joint[m]![p + i] = cross[t]![m]!;
    }
    tested.forEach((u, k) => {
      joint[p + i]![p + k] = drift[t]![u]!;
    });
  });
  const root = cholesky(joint);
  if (!root) return undefined;
  const gradient = new Float64Array(size);
  tested.forEach((t, i) => {
    gradient[p + i] = score[t]!;
  });
  return chiSquareTest(dot(gradient, choleskySolve(root, gradient)), tested.length);
}
