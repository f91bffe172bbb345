import { ok, type Result, refuse } from "@calcar/vocabulary";
import { normal } from "../distributions/normal.ts";
import { studentT } from "../distributions/student-t.ts";
import { invertPositive } from "../numerics/cholesky.ts";
import { add, dot, type Matrix, multiply, multiplyVector, quadraticForm, scale, transpose, zeros } from "../numerics/matrix.ts";
import { triangularInverse } from "../numerics/triangular-inverse.ts";
import { type Interval, tailOf } from "../sites/counts.ts";
import type { FitState, GaussianFit } from "./gaussian-fit.ts";
import { type Curvature, curvatureAt, devianceSlopes, fixedPart } from "./gaussian-likelihood.ts";

/** How uncertainty about the covariance enters: not at all, through the degrees of freedom, or through both them and the errors. */
export type DfMethod = "normal" | "satterthwaite" | "kenward-roger";

/** A weighted sum of fixed effects; effects not named have weight 0. */
export interface Contrast {
  readonly label: string;
  readonly weights: Readonly<Record<string, number>>;
}

export interface ContrastEstimate {
  readonly label: string;
  readonly estimate: number;
  readonly se: number;
  /** Infinity with the normal method. */
  readonly df: number;
  /** estimate / se. */
  readonly t: number;
  readonly p: number;
  readonly ci: Interval;
}

/**
 * Estimates, errors and tests of contrasts of fixed effects.
 *
 * Kenward and Roger's method is the one for small trials; it also widens the errors for the covariance being estimated. It
 * needs a REML fit.
 *
 * @param list contrasts; see `coefficientContrasts` for one per fixed effect
 * @param level confidence level between 0 and 1
 * @refuses not-applicable/needs-reml for Kenward-Roger with ML; not-applicable/flat-likelihood when the information about
 *   the covariance has no inverse; not-applicable/empty-contrast when all weights are 0
 * @throws RangeError when a contrast names an effect the model does not have, or the level is not between 0 and 1
 * @source satterthwaite-1946, fai-cornelius-1996, kenward-roger-1997
 */
export function contrasts(
  fit: GaussianFit,
  list: readonly Contrast[],
  method: DfMethod = "kenward-roger",
  level = 0.95,
): Result<ContrastEstimate[]> {
  const tail = tailOf(level);
  if (method === "kenward-roger" && fit.criterion === "ML") return refuse("not-applicable", "needs-reml");
  const weights = list.map((contrast) => weightsOf(fit, contrast));
  if (weights.some((row) => row.every((value) => value === 0))) return refuse("not-applicable", "empty-contrast");
  const spread = SPREADS[method](fit);
  if (!spread) return refuse("not-applicable", "flat-likelihood");
  const inverse = transpose(triangularInverse(fit.state.triangle));
  const { unit, level: at } = fit.state;
  const rows = weights.map((row) => multiplyVector(inverse, row));
  const spreads = rows.map(spread);
  if (!spreads.every(({ variance, df }) => variance > 0 && df > 0)) return refuse("not-applicable", "flat-likelihood");
  const estimates = rows.map((row, i) => ({
    estimate: unit * dot(row, at.beta),
    se: unit * Math.sqrt(spreads[i]!.variance),
    df: spreads[i]!.df,
  }));
  return ok(list.map(({ label }, i) => inference({ label, ...estimates[i]! }, tail)));
}

/** One contrast per fixed effect. */
export const coefficientContrasts = ({ fixed }: GaussianFit): Contrast[] =>
  fixed.map(({ name }) => ({ label: name, weights: { [name]: 1 } }));

function weightsOf({ fixed }: GaussianFit, { label, weights }: Contrast): Float64Array {
  const unknown = Object.keys(weights).filter((name) => !fixed.some((effect) => effect.name === name));
  if (unknown.length > 0) throw new RangeError(`contrast ${label} names ${unknown.join(", ")}, not in the model`);
  return Float64Array.from(fixed, ({ name }) => weights[name] ?? 0);
}

function inference(
  { label, estimate, se, df }: Pick<ContrastEstimate, "label" | "estimate" | "se" | "df">,
  tail: number,
): ContrastEstimate {
  const distribution = df === Infinity ? normal : studentT(df);
  const t = estimate / se;
  const reach = distribution.upperQuantile(tail) * se;
  return { label, estimate, se, df, t, p: Math.min(1, 2 * distribution.upper(Math.abs(t))), ci: [estimate - reach, estimate + reach] };
}

/** Variance and degrees of freedom of a contrast in the model's own basis. */
type Spread = (row: Float64Array) => { readonly variance: number; readonly df: number };

const SPREADS: Record<DfMethod, (fit: GaussianFit) => Spread | undefined> = {
  normal:
    ({ state }) =>
    (row) => ({ variance: quadraticForm(state.level.phi, row), df: Infinity }),
  satterthwaite: ({ state, criterion }) => {
    const curvature = curvatureAt(state.model, state.level, criterion);
    const uncertainty = invertPositive(freeInformation(state, curvature, devianceSlopes(curvature, state.level, criterion)));
    return (
      uncertainty &&
      ((row) => ({ variance: quadraticForm(state.level.phi, row), df: satterthwaite(state, { curvature, uncertainty }, row) }))
    );
  },
  "kenward-roger": ({ state, criterion }) => {
    const curvature = curvatureAt(state.model, state.level, criterion);
    const uncertainty = invertPositive(curvature.expected);
    if (!uncertainty) return undefined;
    const adjusted = adjustedCovariance(state.level.phi, curvature, uncertainty);
    const plain = { ...state, freedom: undefined };
    return (row) => ({ variance: quadraticForm(adjusted, row), df: satterthwaite(plain, { curvature, uncertainty }, row) });
  },
};

/** Observed information in the free parameters: at a bound the covariance parameters have no second derivative of their own. */
function freeInformation({ freedom }: FitState, { observed }: Curvature, slopes: Float64Array): Matrix {
  if (!freedom) return observed;
  const { jacobian, second } = freedom;
  const turned = multiply(multiply(transpose(jacobian), observed), jacobian);
  return second.reduce((sum, bend, r) => add(sum, scale(bend, slopes[r]! / 2)), turned);
}

/** 2 v^2 / var(v), v the variance of the contrast: with one contrast Kenward and Roger's degrees of freedom have this form too. */
function satterthwaite({ level, freedom }: FitState, parts: { curvature: Curvature; uncertainty: Matrix }, row: Float64Array): number {
  const side = multiplyVector(level.phi, row);
  const slopes = Float64Array.from(parts.curvature.forms, (form) => quadraticForm(fixedPart(form), side));
  const gradient = freedom ? multiplyVector(transpose(freedom.jacobian), slopes) : slopes;
  return (2 * dot(side, row) ** 2) / quadraticForm(parts.uncertainty, gradient);
}

/** Kenward and Roger's covariance: Phi plus twice the bias from estimating the covariance parameters. */
function adjustedCovariance(phi: Matrix, { forms, cross }: Curvature, uncertainty: Matrix): Matrix {
  let inner = zeros(phi.length, phi.length);
  uncertainty.forEach((line, r) => {
    line.forEach((weight, s) => {
      const product = multiply(multiply(fixedPart(forms[r]!), phi), fixedPart(forms[s]!));
      inner = add(inner, scale(add(cross[r]![s]!, scale(product, -1)), weight));
    });
  });
  return add(phi, scale(multiply(multiply(phi, inner), phi), 2));
}
