import { cholesky, choleskyInverse, choleskyLogDet, choleskySolve } from "../numerics/cholesky.ts";
import { dot, type Matrix, multiply, trace, zeros } from "../numerics/matrix.ts";
import { type CovarianceModel, contract, covarianceOf, type Pattern } from "./covariance-model.ts";

export type Criterion = "REML" | "ML";

/** The model at given covariance parameters, fixed effects profiled out. */
export interface Level {
  readonly parameters: Float64Array;
  readonly logDet: number;
  readonly beta: Float64Array;
  /** Covariance of beta, the inverse of X'V^-1 X. */
  readonly phi: Matrix;
  readonly logDetX: number;
  /** (y - X beta)' V^-1 (y - X beta). */
  readonly rss: number;
  /** V^-1 by pattern. */
  readonly inverses: readonly Matrix[];
}

/** The model's level, or undefined where the parameters give no covariance or X'V^-1 X has no inverse. */
export function levelAt(model: CovarianceModel, parameters: Float64Array): Level | undefined {
  const all = zeros(model.width, model.width);
  const inverses: Matrix[] = [];
  let logDet = 0;
  for (const pattern of model.patterns) {
    const root = cholesky(covarianceOf(pattern, parameters));
    if (!root) return undefined;
    const inverse = choleskyInverse(root);
    inverses.push(inverse);
    logDet += pattern.count * choleskyLogDet(root);
    contract(pattern, inverse, all);
  }
  const p = model.width - 1;
  const root = cholesky(all.slice(0, p).map((line) => line.subarray(0, p)));
  if (!root) return undefined;
  const cross = all[p]!.subarray(0, p);
  const beta = choleskySolve(root, cross);
  const rss = all[p]![p]! - dot(beta, cross);
  return { parameters, logDet, beta, phi: choleskyInverse(root), logDetX: choleskyLogDet(root), rss, inverses };
}

/** Minus twice the (restricted) log likelihood. */
export function deviance({ n, width }: CovarianceModel, { logDet, logDetX, rss }: Level, criterion: Criterion): number {
  const restricted = criterion === "REML";
  return logDet + rss + (restricted ? logDetX : 0) + (restricted ? n - width + 1 : n) * Math.log(2 * Math.PI);
}

/** First derivatives in each covariance parameter. */
export interface Slopes {
  /** [X y]' V^-1 D V^-1 [X y]. */
  readonly forms: readonly Matrix[];
  /** tr(V^-1 D), over all subjects. */
  readonly traces: Float64Array;
}

/** V^-1 D by pattern and parameter: the building block of all derivatives. */
function relative({ patterns }: CovarianceModel, { inverses }: Level): Matrix[][] {
  return patterns.map(({ designs }, g) => designs.map((design) => multiply(inverses[g]!, design)));
}

export function slopesAt(model: CovarianceModel, level: Level): Slopes {
  return slopesFrom(model, level, relative(model, level));
}

function slopesFrom({ patterns, width, parameters }: CovarianceModel, { inverses }: Level, products: readonly Matrix[][]): Slopes {
  const traces = new Float64Array(parameters);
  const forms = Array.from({ length: parameters }, () => zeros(width, width));
  patterns.forEach((pattern, g) => {
    products[g]!.forEach((product, r) => {
      traces[r]! += pattern.count * trace(product);
      contract(pattern, multiply(product, inverses[g]!), forms[r]!);
    });
  });
  return { forms, traces };
}

/** y' P D P y: the form of D at the residuals. */
export function residualForm(form: Matrix, beta: Float64Array): number {
  return dot(residualSide(form, beta), contrastOf(beta));
}

/** The row (-beta, 1) that turns [X y] into residuals. */
const contrastOf = (beta: Float64Array): Float64Array => Float64Array.from([...beta.map((value) => -value), 1]);

const residualSide = (form: Matrix, beta: Float64Array): Float64Array => {
  const contrast = contrastOf(beta);
  return Float64Array.from(form, (line) => dot(line, contrast));
};

/** The part of a form that belongs to the fixed effects. */
export const fixedPart = (form: Matrix): Matrix => form.slice(0, -1).map((line) => line.subarray(0, form.length - 1));

/** Slopes of the deviance. */
export function devianceSlopes({ forms, traces }: Slopes, { phi, beta }: Level, criterion: Criterion): Float64Array {
  return traces.map((value, r) => {
    const bias = criterion === "REML" ? trace(multiply(phi, fixedPart(forms[r]!))) : 0;
    return value - bias - residualForm(forms[r]!, beta);
  });
}

/** Second derivatives: what Newton's steps, Satterthwaite and Kenward-Roger are made of. */
export interface Curvature extends Slopes {
  /** Observed information: minus the Hessian of the (restricted) log likelihood. */
  readonly observed: Matrix;
  /** Expected information. */
  readonly expected: Matrix;
  /** X'V^-1 D_r V^-1 D_s V^-1 X. */
  readonly cross: readonly Matrix[][];
}

export function curvatureAt(model: CovarianceModel, level: Level, criterion: Criterion): Curvature {
  const products = relative(model, level);
  const slopes = slopesFrom(model, level, products);
  const { parameters } = model;
  const observed = zeros(parameters, parameters);
  const expected = zeros(parameters, parameters);
  const cross = Array.from({ length: parameters }, () => new Array<Matrix>(parameters));
  const fixed = slopes.forms.map(fixedPart);
  const sides = slopes.forms.map((form) => residualSide(form, level.beta).subarray(0, -1));
  for (let r = 0; r < parameters; r++) {
    for (let s = 0; s <= r; s++) {
      const pair = pairAt(model, level, { products, r, s });
      cross[r]![s] = fixedPart(pair.form);
      cross[s]![r] = cross[r]![s]!.map((line, i) => line.map((_, j) => cross[r]![s]![j]![i]!));
      const restricted = criterion === "REML" ? restriction(level.phi, cross[r]![s]!, [fixed[r]!, fixed[s]!]) : 0;
      const half = (pair.trace - restricted) / 2;
      const explained = dot(
        Float64Array.from(level.phi, (line) => dot(line, sides[r]!)),
        sides[s]!,
      );
      set(expected, [r, s], half);
      set(observed, [r, s], residualForm(pair.form, level.beta) - explained - half);
    }
  }
  return { ...slopes, observed, expected, cross };
}

function set(matrix: Matrix, [r, s]: readonly [number, number], value: number): void {
  matrix[r]![s] = value;
  matrix[s]![r] = value;
}

/** tr(V^-1 D_r V^-1 D_s) and [X y]' V^-1 D_r V^-1 D_s V^-1 [X y]. */
function pairAt({ patterns, width }: CovarianceModel, { inverses }: Level, at: { products: readonly Matrix[][]; r: number; s: number }) {
  const form = zeros(width, width);
  let sum = 0;
  patterns.forEach((pattern: Pattern, g) => {
    const product = multiply(at.products[g]![at.r]!, at.products[g]![at.s]!);
    sum += pattern.count * trace(product);
    contract(pattern, multiply(product, inverses[g]!), form);
  });
  return { trace: sum, form };
}

/** What profiling out the fixed effects takes off tr(V^-1 D_r V^-1 D_s). */
function restriction(phi: Matrix, cross: Matrix, [first, second]: readonly [Matrix, Matrix]): number {
  return 2 * trace(multiply(phi, cross)) - trace(multiply(multiply(phi, first), multiply(phi, second)));
}
