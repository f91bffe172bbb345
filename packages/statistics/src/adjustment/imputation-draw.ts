import { chiSquare } from "../distributions/gamma.ts";
import { normal } from "../distributions/normal.ts";
import { backSolve, cholesky, choleskySolve } from "../numerics/cholesky.ts";
import { dependentColumns } from "../numerics/dependent-columns.ts";
import { dot, type Matrix, transpose, weightedCross } from "../numerics/matrix.ts";
import { expit, logistic, logisticRows } from "./logistic.ts";

/** A column to fill given the others. */
export interface DrawTask {
  readonly values: readonly (number | undefined)[];
  readonly others: readonly Float64Array[];
  readonly missing: Uint32Array;
  readonly random: () => number;
}

const DONORS = 5;

/** A number strictly inside 0 and 1 from a source that may give 0. */
const inside = (random: () => number): number => Math.min(Math.max(random(), 1e-12), 1 - 1e-12);

const normalDraws = (count: number, random: () => number): Float64Array =>
  Float64Array.from({ length: count }, () => normal.quantile(inside(random)));

/** Columns brought to mean 0 and spread 1; those that add nothing over the observed rows are left out. */
function predictors({ others, values }: DrawTask): Float64Array[] {
  const observed = values.flatMap((value, i) => (value === undefined ? [] : [i]));
  const scaled = others.map((column) => {
    const mean = observed.reduce((sum, i) => sum + column[i]! / observed.length, 0);
    const spread = Math.sqrt(observed.reduce((sum, i) => sum + (column[i]! - mean) ** 2 / observed.length, 0));
    return column.map((value) => (spread > 1e-10 * Math.abs(mean) ? (value - mean) / spread : 0));
  });
  const rows = observed.map((i) => Float64Array.from(scaled, (column) => column[i]!));
  const dropped = new Set(dependentColumns(weightedCross(rows, new Float64Array(rows.length).fill(1)), 1e-8));
  return scaled.filter((_, j) => !dropped.has(j)).slice(0, Math.max(0, observed.length - 2));
}

/**
 * Predictive mean matching: coefficients and residual variance are drawn from their posterior, and each gap takes the value
 * of one of the five subjects whose fitted value is closest to the gap's drawn prediction.
 */
export function drawContinuous(task: DrawTask): Float64Array {
  const { values, missing, random } = task;
  const columns = predictors(task);
  const rows = logisticRows(Object.fromEntries(columns.entries()), values.length);
  const observed = values.flatMap((value, i) => (value === undefined ? [] : [i]));
  const x = observed.map((i) => rows[i]!);
  const y = Float64Array.from(observed, (i) => values[i]!);
  const { fitted, drawn } = posteriorDraw(x, y, random);
  const donors = observed.map((i, k) => ({ at: dot(rows[i]!, fitted), value: y[k]! })).sort((a, b) => a.at - b.at);
  return Float64Array.from(missing, (row) => nearest(donors, dot(rows[row]!, drawn), random));
}

function posteriorDraw(x: Matrix, y: Float64Array, random: () => number): { fitted: Float64Array; drawn: Float64Array } {
  const root = cholesky(weightedCross(x, new Float64Array(x.length).fill(1)));
  if (!root) throw new Error("dependent columns were left out");
  const fitted = choleskySolve(
    root,
    Float64Array.from(transpose(x), (column) => dot(column, y)),
  );
  const squares = x.reduce((sum, row, i) => sum + (y[i]! - dot(row, fitted)) ** 2, 0);
  const df = Math.max(1, x.length - fitted.length);
  const sigma = Math.sqrt(squares / chiSquare(df).quantile(inside(random)));
  const noise = backSolve(root, normalDraws(fitted.length, random));
  return { fitted, drawn: fitted.map((value, j) => value + sigma * noise[j]!) };
}

interface Donor {
  readonly at: number;
  readonly value: number;
}

/** The value of one of the closest donors, drawn evenly; donors are in the order of `at`. */
function nearest(donors: readonly Donor[], target: number, random: () => number): number {
  let high = donors.findIndex(({ at }) => at >= target);
  if (high < 0) high = donors.length;
  let low = high - 1;
  const close: Donor[] = [];
  while (close.length < Math.min(DONORS, donors.length)) {
    const below = low >= 0 ? target - donors[low]!.at : Infinity;
    const above = high < donors.length ? donors[high]!.at - target : Infinity;
    close.push(below <= above ? donors[low--]! : donors[high++]!);
  }
  return close[Math.floor(random() * close.length)]!.value;
}

/**
 * Logistic draw: coefficients from their approximate posterior, then 0 or 1 with the predicted probability.
 *
 * A few pseudo-rows of small weight, both outcomes a standard deviation either side of every mean, keep the coefficients
 * finite where a predictor separates the outcomes.
 */
export function drawBinary(task: DrawTask): Float64Array {
  const { values, missing, random } = task;
  const columns = predictors(task);
  const observed = values.flatMap((value, i) => (value === undefined ? [] : [i]));
  const { pseudo, weight } = pseudoRows(columns.length);
  const column = (j: number) => [...observed.map((i) => columns[j]![i]!), ...pseudo.map((row) => row.x[j]!)];
  const fit = logistic({
    y: [...observed.map((i) => values[i]!), ...pseudo.map((row) => row.y)],
    covariates: Object.fromEntries(columns.map((_, j) => [String(j), column(j)])),
    weights: [...observed.map(() => 1), ...pseudo.map(() => weight)],
  });
  if (!fit.ok) throw new Error(`an augmented model must have a fit: ${fit.refusal.code}`);
  const root = cholesky(fit.value.vcov);
  if (!root) throw new Error("a covariance matrix of estimates must be positive definite");
  const noise = normalDraws(fit.value.coefficients.length, random);
  const drawn = fit.value.coefficients.map(({ coef }, j) => coef + dot(root[j]!, noise));
  return Float64Array.from(missing, (row) => {
    const logOdds = columns.reduce((sum, predictor, j) => sum + drawn[j + 1]! * predictor[row]!, drawn[0]!);
    return random() < expit(logOdds) ? 1 : 0;
  });
}

function pseudoRows(count: number): { pseudo: { x: number[]; y: number }[]; weight: number } {
  const zero = new Array<number>(count).fill(0);
  const places = count === 0 ? [zero] : zero.flatMap((_, j) => [1, -1].map((side) => zero.with(j, side)));
  const pseudo = places.flatMap((x) => [0, 1].map((y) => ({ x, y })));
  return { pseudo, weight: (count + 1) / pseudo.length };
}
