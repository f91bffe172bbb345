import { ok, type Result, refuse } from "@calcar/vocabulary";
import { boxMinimum } from "../numerics/box-minimum.ts";
import { cholesky } from "../numerics/cholesky.ts";
import { dependentColumns } from "../numerics/dependent-columns.ts";
import { identity, type Matrix, type Vector, zeros } from "../numerics/matrix.ts";
import { badRows } from "../survival/follow-up.ts";
import { type CovarianceModel, gather } from "./covariance-model.ts";
import { type Prepared, prepare, type RepeatedMeasures } from "./design.ts";
import { type GaussianFit, gaussianFit } from "./gaussian-fit.ts";
import { type Criterion, curvatureAt, devianceSlopes, type Level, levelAt, residualForm, slopesAt } from "./gaussian-likelihood.ts";
import { newtonAscent } from "./newton.ts";
import { covarianceEntries, covarianceSlopes, type Entry, entryDesign, factorOf, freedomOf, freeEntries } from "./random-covariance.ts";

export interface MixedData extends RepeatedMeasures {
  /** Columns whose coefficients vary between subjects: `intercept` (ones) and, for a slope, time. */
  readonly random: Readonly<Record<string, Vector>>;
}

export interface MixedOptions {
  readonly criterion?: Criterion;
  /** Whether random effects may be correlated; true by default. */
  readonly correlated?: boolean;
}

export interface MixedFit extends GaussianFit {
  readonly randomNames: readonly string[];
  /** Covariance of the random effects, in the squared unit of the response over those of their columns. */
  readonly randomCovariance: Matrix;
  readonly residualVariance: number;
  /** Whether the covariance of the random effects lies at the edge of what is possible: a variance of 0 or a correlation of 1. */
  readonly singular: boolean;
}

/**
 * Linear mixed model with random effects by subject: random intercept, or random intercept and slope.
 *
 * y = X b + Z u + e with u ~ N(0, G) per subject and e ~ N(0, sigma^2). Fixed effects are profiled out; a fit at the edge
 * (`singular`) is legitimate and is said.
 *
 * @param data any number of rows per subject, at any times
 * @refuses as `prepare`: incomplete/no-rows, no-fixed-effects, too-few-subjects, too-few-rows; invalid/y, fixed-NAME;
 *   not-applicable/collinear-fixed-effects, no-residual-variation; incomplete/no-random-effects; invalid/random-NAME;
 *   not-applicable/unidentified-covariance when the rows cannot tell the variances apart (one row per subject);
 *   not-applicable/not-converged
 * @throws RangeError when columns differ in length
 * @source laird-ware-1982, bates-2015
 */
export function linearMixedModel(data: MixedData, options: MixedOptions = {}): Result<MixedFit> {
  const { criterion = "REML", correlated = true } = options;
  const randomNames = Object.keys(data.random);
  for (const name of randomNames)
    if (data.random[name]!.length !== data.y.length)
      throw new RangeError(`${name} has ${data.random[name]!.length} values, y has ${data.y.length}`);
  const prepared = prepare(data);
  if (!prepared.ok) return prepared;
  if (randomNames.length === 0) return refuse("incomplete", "no-random-effects");
  const bad = randomNames.map((name) => badRows(`random-${name}`, data.random[name]!, Number.isFinite)).find(Boolean);
  if (bad) return bad;
  const entries = freeEntries(randomNames.length, correlated);
  const { z, scales } = randomRows(data);
  const shape: Shape = { entries, size: randomNames.length, criterion };
  const model = gather(subjectRows(prepared.value, z), prepared.value.width, (subject) => {
    const own = prepared.value.subjects[subject]!.rows.map((row) => z[row]!);
    return [...entries.map((entry) => entryDesign(entry, own)), identity(own.length)];
  });
  const start = levelAt(model, Float64Array.from([...entries.map(([i, j]) => (i === j ? 0.5 : 0)), 0.5]));
  if (!start || dependentColumns(curvatureAt(model, start, criterion).expected).length > 0)
    return refuse("not-applicable", "unidentified-covariance");
  const found = search(model, shape);
  if (!found) return refuse("not-applicable", "not-converged");
  if (found.level.parameters.at(-1)! < NO_RESIDUAL) return refuse("not-applicable", "no-residual-variation");
  return ok(describe({ model, prepared: prepared.value, shape, scales, randomNames }, found));
}

interface Shape {
  readonly entries: readonly Entry[];
  readonly size: number;
  readonly criterion: Criterion;
}

/** Random-effect rows with every column brought to a root mean square of 1. */
function randomRows({ y, random }: MixedData): { z: Float64Array[]; scales: Float64Array } {
  const columns = Object.values(random);
  const scales = Float64Array.from(columns, (column) => {
    let squares = 0;
    for (let i = 0; i < y.length; i++) squares += column[i]! ** 2;
    return Math.sqrt(squares / y.length) || 1;
  });
  const z = Array.from(y, (_, i) => Float64Array.from(columns, (column, k) => column[i]! / scales[k]!));
  return { z, scales };
}

function subjectRows({ subjects, rows, width }: Prepared, z: readonly Float64Array[]) {
  return subjects.map((subject) => {
    const flat = new Float64Array(subject.rows.length * width);
    subject.rows.forEach((row, i) => {
      flat.set(rows[row]!, i * width);
    });
    return { key: subject.rows.map((row) => z[row]!.join()).join(";"), rows: flat };
  });
}

interface Found {
  readonly level: Level;
  readonly factor: Matrix;
  readonly singular: boolean;
}

const NO_RESIDUAL = 1e-9; // of the variance around the fixed effects: random effects explain all, and the likelihood has no bound
const EDGE = 1e-5; // of the residual standard deviation: what a search at a bound leaves of a zero

/** Searches the Cholesky factor relative to the residual deviation, which is profiled out, then polishes away from the edge. */
function search(model: CovarianceModel, shape: Shape): Found | undefined {
  const { entries, size, criterion } = shape;
  const values = minimise(profiled(model, shape), shape);
  const relative = factorOf(values, entries, size);
  const level = profiled(model, shape).scaled(values);
  if (!level) return undefined;
  const sigma = Math.sqrt(level.parameters.at(-1)!);
  const factor = relative.map((line) => line.map((value) => value * sigma));
  const residual = level.parameters.at(-1)!;
  if (relative.some((line, i) => line[i]! < EDGE) || residual < NO_RESIDUAL) return { level, factor, singular: true };
  const allowed = (parameters: Float64Array) => parameters.at(-1)! > 0 && cholesky(symmetric(parameters, entries, size)) !== undefined;
  const polished = newtonAscent(model, level, { criterion, allowed, maxSteps: 30 });
  if (!polished.converged) return undefined;
  return { level: polished.level, factor: cholesky(symmetric(polished.level.parameters, entries, size))!, singular: false };
}

const RESTARTS = 4;

/**
 * The best factor. A diagonal entry of 0 has no slope of its own even where a larger variance would fit better, so a search
 * that ends there is sent off again while the slope in the variance says so.
 */
function minimise(profile: Profile, { entries }: Shape): Float64Array {
  const low = Float64Array.from(entries, ([i, j]) => (i === j ? 0 : -Infinity));
  let start = Float64Array.from(entries, ([i, j]) => (i === j ? 0.7 : 0));
  for (let again = 0; ; again++) {
    const { x } = boxMinimum({ f: profile.value, gradient: profile.slope, start, low });
    const slopes = profile.varianceSlopes(x);
    const stuck = entries.map(([i, j], e) => i === j && x[e]! < EDGE && slopes[e]! < -1e-6);
    if (again === RESTARTS || !stuck.includes(true)) return x;
    start = x.map((value, e) => (stuck[e] ? 0.3 / 4 ** again : value));
  }
}

type Profile = ReturnType<typeof profiled>;

/** The deviance with the residual variance profiled out, as a function of the relative factor's entries. */
function profiled(model: CovarianceModel, { entries, size, criterion }: Shape) {
  const degrees = criterion === "REML" ? model.n - model.width + 1 : model.n;
  const relative = (x: Float64Array) => Float64Array.from([...covarianceEntries(factorOf(x, entries, size), entries), 1]);
  const value = (x: Float64Array) => {
    const at = levelAt(model, relative(x));
    return at ? at.logDet + (criterion === "REML" ? at.logDetX : 0) + degrees * Math.log(at.rss) : Infinity;
  };
  const varianceSlopes = (x: Float64Array) => {
    const at = levelAt(model, relative(x));
    if (!at) return new Float64Array(x.length);
    const slopes = slopesAt(model, at);
    // V is rss/degrees times what `at` was made with, so residual forms count that much less
    const excess = 1 - degrees / at.rss;
    return devianceSlopes(slopes, at, criterion).map((slope, r) => slope + excess * residualForm(slopes.forms[r]!, at.beta));
  };
  const slope = (x: Float64Array) => {
    const byEntry = varianceSlopes(x);
    const jacobian = covarianceSlopes(factorOf(x, entries, size), entries);
    return x.map((_, e) => entries.reduce((sum, __, r) => sum + byEntry[r]! * jacobian[r]![e]!, 0));
  };
  const scaled = (x: Float64Array) => {
    const at = levelAt(model, relative(x));
    return (
      at &&
      levelAt(
        model,
        relative(x).map((entry) => (entry * at.rss) / degrees),
      )
    );
  };
  return { value, varianceSlopes, slope, scaled };
}

function symmetric(parameters: ArrayLike<number>, entries: readonly Entry[], size: number): Matrix {
  const out = zeros(size, size);
  entries.forEach(([i, j], e) => {
    out[i]![j] = parameters[e]!;
    out[j]![i] = parameters[e]!;
  });
  return out;
}

interface Setting {
  readonly model: CovarianceModel;
  readonly prepared: Prepared;
  readonly shape: Shape;
  readonly scales: Float64Array;
  readonly randomNames: readonly string[];
}

function describe({ model, prepared, shape, scales, randomNames }: Setting, { level, factor, singular }: Found): MixedFit {
  const { triangle, unit, names, subjects } = prepared;
  const { entries, size, criterion } = shape;
  const fit = gaussianFit(
    { model, level, triangle, unit, freedom: freedomOf(factor, entries) },
    { names, criterion, subjects: subjects.length },
  );
  const covariance = symmetric(level.parameters, entries, size);
  return {
    ...fit,
    randomNames,
    randomCovariance: covariance.map((line, i) => line.map((value, j) => (value * unit * unit) / (scales[i]! * scales[j]!))),
    residualVariance: level.parameters.at(-1)! * unit * unit,
    singular,
  };
}
