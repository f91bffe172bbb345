import { ok, type Result, refuse } from "@calcar/vocabulary";
import { cholesky } from "../numerics/cholesky.ts";
import { dependentColumns } from "../numerics/dependent-columns.ts";
import { type Matrix, zeros } from "../numerics/matrix.ts";
import { codeLabels, type GroupLabel } from "../survival/follow-up.ts";
import { gather } from "./covariance-model.ts";
import { type Prepared, prepare, type RepeatedMeasures } from "./design.ts";
import { type GaussianFit, gaussianFit } from "./gaussian-fit.ts";
import { type Criterion, curvatureAt, levelAt } from "./gaussian-likelihood.ts";
import { newtonAscent } from "./newton.ts";

export interface VisitMeasures extends RepeatedMeasures {
  /** Scheduled visit of each row; a subject has at most one row per visit. */
  readonly visit: ArrayLike<GroupLabel>;
}

export interface MmrmFit extends GaussianFit {
  readonly visits: readonly GroupLabel[];
  /** Unstructured covariance of one subject's visits, in the order of `visits`. */
  readonly covariance: Matrix;
}

/**
 * Mixed model for repeated measures (MMRM): scheduled visits with an unstructured covariance within subjects.
 *
 * Rows that are missing are simply absent; the answer holds if missingness depends on what was observed (missing at random).
 *
 * @param data fixed effects usually hold visit by arm; see `visitDesign`
 * @param criterion REML unless likelihoods of different fixed effects are to be compared
 * @refuses as `prepare`: incomplete/no-rows, no-fixed-effects, too-few-subjects, too-few-rows; invalid/y, fixed-NAME;
 *   not-applicable/collinear-fixed-effects, no-residual-variation; invalid/visit when a subject has two rows at a visit;
 *   not-applicable/unidentified-covariance when two visits were never seen in one subject, or too few subjects were;
 *   not-applicable/not-converged
 * @throws RangeError when columns differ in length
 * @source mallinckrodt-2008
 */
export function mmrm(data: VisitMeasures, criterion: Criterion = "REML"): Result<MmrmFit> {
  if (data.visit.length !== data.y.length) throw new RangeError(`visit has ${data.visit.length} values, y has ${data.y.length}`);
  const prepared = prepare(data);
  if (!prepared.ok) return prepared;
  const { codes, labels } = codeLabels(data.visit);
  const twice = prepared.value.subjects.find(({ rows }) => new Set(rows.map((row) => codes[row])).size < rows.length);
  if (twice) return refuse("invalid", "visit", [String(twice.label)]);
  const pairs = visitPairs(labels.length);
  const model = gather(subjectRows(prepared.value, codes), prepared.value.width, (subject) => {
    const visits = visitsOf(prepared.value.subjects[subject]!.rows, codes).map((row) => codes[row]!);
    return pairs.map((pair) => pairDesign(pair, visits));
  });
  const start = levelAt(
    model,
    Float64Array.from(pairs, ([a, b]) => (a === b ? 1 : 0)),
  );
  if (!start || dependentColumns(curvatureAt(model, start, criterion).expected).length > 0)
    return refuse("not-applicable", "unidentified-covariance");
  const allowed = (parameters: Float64Array) => cholesky(fullCovariance(parameters, pairs, labels.length)) !== undefined;
  const { level, converged } = newtonAscent(model, start, { criterion, allowed, maxSteps: 100 });
  if (!converged) return refuse("not-applicable", "not-converged");
  const { triangle, unit, names, subjects } = prepared.value;
  const fit = gaussianFit({ model, level, triangle, unit, freedom: undefined }, { names, criterion, subjects: subjects.length });
  const covariance = fullCovariance(level.parameters, pairs, labels.length).map((line) => line.map((value) => value * unit * unit));
  return ok({ ...fit, visits: labels, covariance });
}

type VisitPair = readonly [number, number];

function visitPairs(visits: number): VisitPair[] {
  return Array.from({ length: visits }, (_, a) => Array.from({ length: a + 1 }, (_, b): VisitPair => [a, b])).flat();
}

const visitsOf = (rows: readonly number[], codes: Uint32Array): number[] => rows.toSorted((a, b) => codes[a]! - codes[b]!);

function subjectRows({ subjects, rows, width }: Prepared, codes: Uint32Array) {
  return subjects.map((subject) => {
    const inOrder = visitsOf(subject.rows, codes);
    const flat = new Float64Array(inOrder.length * width);
    inOrder.forEach((row, i) => {
      flat.set(rows[row]!, i * width);
    });
    return { key: inOrder.map((row) => codes[row]!).join(), rows: flat };
  });
}

/** 1 where a pair of visits meets, for the visits that were made. */
function pairDesign([a, b]: VisitPair, visits: readonly number[]): Matrix {
  const design = zeros(visits.length, visits.length);
  const i = visits.indexOf(a);
  const j = visits.indexOf(b);
  if (i >= 0 && j >= 0) {
    design[i]![j] = 1;
    design[j]![i] = 1;
  }
  return design;
}

function fullCovariance(parameters: Float64Array, pairs: readonly VisitPair[], visits: number): Matrix {
  const out = zeros(visits, visits);
  pairs.forEach(([a, b], r) => {
    out[a]![b] = parameters[r]!;
    out[b]![a] = parameters[r]!;
  });
  return out;
}
