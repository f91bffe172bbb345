import { ok, type Result, refuse } from "@calcar/vocabulary";
import type { Matrix, Vector } from "../numerics/matrix.ts";
import { qr, qrSolve } from "../numerics/qr.ts";
import { badRows, codeLabels, type GroupLabel } from "../survival/follow-up.ts";

export interface RepeatedMeasures {
  readonly y: Vector;
  /** Fixed-effect columns by name, factors expanded, the intercept among them. */
  readonly fixed: Readonly<Record<string, Vector>>;
  /** Whom each row was measured on. */
  readonly subject: ArrayLike<GroupLabel>;
}

/** Rows ready for a fit: orthonormal fixed-effect columns beside the response in units of its residual spread. */
export interface Prepared {
  readonly names: readonly string[];
  /** Row by row: the orthonormal columns, then the response. */
  readonly rows: readonly Float64Array[];
  readonly width: number;
  readonly triangle: Matrix;
  readonly unit: number;
  readonly subjects: readonly { readonly label: GroupLabel; readonly rows: readonly number[] }[];
}

/**
 * Checks and prepares repeated measures.
 *
 * @refuses incomplete/no-rows, no-fixed-effects, too-few-rows, too-few-subjects (below two); invalid/y, fixed-NAME with
 *   the rows that are not finite; not-applicable/collinear-fixed-effects with names; not-applicable/no-residual-variation
 */
export function prepare({ y, fixed, subject }: RepeatedMeasures): Result<Prepared> {
  const names = Object.keys(fixed);
  for (const [name, column] of [...Object.entries(fixed), ["subject", subject] as const])
    if (column.length !== y.length) throw new RangeError(`${name} has ${column.length} values, y has ${y.length}`);
  if (y.length === 0) return refuse("incomplete", "no-rows");
  if (names.length === 0) return refuse("incomplete", "no-fixed-effects");
  const bad =
    badRows("y", y, Number.isFinite) ?? names.map((name) => badRows(`fixed-${name}`, fixed[name]!, Number.isFinite)).find(Boolean);
  if (bad) return bad;
  const subjects = bySubject(subject);
  if (subjects.length < 2) return refuse("incomplete", "too-few-subjects");
  if (y.length <= names.length) return refuse("incomplete", "too-few-rows");
  const x = Array.from(y, (_, i) => Float64Array.from(names, (name) => fixed[name]![i]!));
  const basis = qr(x);
  const collinear = names.filter((_, j) => !(basis.r[j]![j]! > 0));
  if (collinear.length > 0) return refuse("not-applicable", "collinear-fixed-effects", collinear);
  const unit = residualSpread(x, y, qrSolve(basis, y));
  if (unit === undefined) return refuse("not-applicable", "no-residual-variation");
  const rows = basis.q.map((line, i) => Float64Array.from([...line, y[i]! / unit]));
  return ok({ names, rows, width: names.length + 1, triangle: basis.r, unit, subjects });
}

function bySubject(subject: ArrayLike<GroupLabel>): { label: GroupLabel; rows: number[] }[] {
  const { codes, labels } = codeLabels(subject);
  const list = labels.map((label) => ({ label, rows: [] as number[] }));
  codes.forEach((code, row) => {
    list[code]!.rows.push(row);
  });
  return list;
}

function residualSpread(x: Matrix, y: Vector, beta: Float64Array): number | undefined {
  let squares = 0;
  let total = 0;
  for (let i = 0; i < x.length; i++) {
    const fitted = x[i]!.reduce((sum, value, j) => sum + value * beta[j]!, 0);
    squares += (y[i]! - fitted) ** 2;
    total += y[i]! ** 2;
  }
  return squares > 1e-24 * total ? Math.sqrt(squares / (x.length - beta.length)) : undefined;
}
