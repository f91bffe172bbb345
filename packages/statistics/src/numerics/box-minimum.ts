import { dot, identity, type Matrix, multiplyVector, type Vector } from "./matrix.ts";

export interface BoxProblem {
  /** Function to make small; NaN and Infinity are refused points. */
  readonly f: (x: Float64Array) => number;
  readonly start: Vector;
  /** Bounds, by coordinate; absent means none. */
  readonly low?: Vector;
  readonly high?: Vector;
  /** Gradient; absent means central differences. */
  readonly gradient?: (x: Float64Array) => Float64Array;
  readonly maxSteps?: number;
}

export interface BoxMinimum {
  readonly x: Float64Array;
  readonly value: number;
  /** Whether no coordinate can still move downhill beyond rounding. */
  readonly converged: boolean;
}

interface State {
  x: Float64Array;
  value: number;
  slope: Float64Array;
}

/**
 * Minimum of a smooth function of several variables within a box, by BFGS on the free coordinates with projection.
 *
 * @returns the best point found; `converged` is false when the steps ran out first
 * @source bertsekas-1982
 */
export function boxMinimum(problem: BoxProblem): BoxMinimum {
  const clamp = clampTo(problem);
  const gradient = problem.gradient ?? ((x: Float64Array) => centralGradient(problem, x));
  const x = clamp(Float64Array.from(problem.start));
  let state: State = { x, value: finite(problem.f(x)), slope: gradient(x) };
  let inverse = identity(x.length);
  let fresh = true;
  for (let step = 0; step < (problem.maxSteps ?? 500); step++) {
    const free = freeCoordinates(problem, state);
    const next = lineSearch(problem, state, descent(inverse, state.slope, free));
    if (!next) {
      if (fresh) return { x: state.x, value: state.value, converged: true };
      inverse = identity(x.length);
      fresh = true;
      continue;
    }
    const after: State = { ...next, slope: gradient(next.x) };
    const gain = state.value - after.value;
    inverse = fresh ? scaledStart(state, after) : inverse;
    update(inverse, state, after);
    const settled: boolean = gain <= 1e-15 * Math.abs(state.value) && !fresh;
    fresh = settled;
    if (settled) inverse = identity(x.length);
    state = after;
  }
  return { x: state.x, value: state.value, converged: false };
}

const finite = (value: number) => (Number.isFinite(value) ? value : Infinity);

const clampTo =
  ({ low, high }: BoxProblem) =>
  (x: Float64Array): Float64Array =>
    x.map((value, i) => Math.min(Math.max(value, low?.[i] ?? -Infinity), high?.[i] ?? Infinity));

function freeCoordinates({ low, high }: BoxProblem, { x, slope }: State): boolean[] {
  return Array.from(
    x,
    (value, i) => !((value <= (low?.[i] ?? -Infinity) && slope[i]! > 0) || (value >= (high?.[i] ?? Infinity) && slope[i]! < 0)),
  );
}

/** -H g on the free coordinates; the plain slope where H does not point downhill. */
function descent(inverse: Matrix, slope: Float64Array, free: boolean[]): Float64Array {
  const masked = slope.map((value, i) => (free[i] ? value : 0));
  const direction = multiplyVector(inverse, masked).map((value, i) => (free[i] ? -value : 0));
  return dot(direction, masked) < 0 ? direction : masked.map((value) => -value);
}

/** Backtracking with projection; a first step that still gains is lengthened while it pays. */
function lineSearch(
  problem: BoxProblem,
  { x, value, slope }: State,
  direction: Float64Array,
): { x: Float64Array; value: number } | undefined {
  const clamp = clampTo(problem);
  const at = (length: number) => {
    const point = clamp(x.map((coordinate, i) => coordinate + length * direction[i]!));
    return { x: point, value: finite(problem.f(point)) };
  };
  for (let length = 1, n = 0; n < 60; n++, length /= 2) {
    const next = at(length);
    const moved = next.x.map((coordinate, i) => coordinate - x[i]!);
    if (next.value < value && next.value <= value + 1e-4 * dot(slope, moved)) return n === 0 ? lengthen(at, next) : next;
    if (moved.every((distance, i) => Math.abs(distance) <= 1e-16 * Math.abs(x[i]!))) return undefined;
  }
  return undefined;
}

function lengthen(at: (length: number) => { x: Float64Array; value: number }, first: { x: Float64Array; value: number }) {
  let best = first;
  for (let length = 2; length < 1e6; length *= 2) {
    const longer = at(length);
    if (!(longer.value < best.value)) break;
    best = longer;
  }
  return best;
}

function differences(before: State, after: State) {
  const s = after.x.map((value, i) => value - before.x[i]!);
  const y = after.slope.map((value, i) => value - before.slope[i]!);
  return { s, y, sy: dot(s, y) };
}

/** Before the first update the inverse Hessian gets the size of the curvature just seen. */
function scaledStart(before: State, after: State): Matrix {
  const { y, sy } = differences(before, after);
  const size = sy > 0 ? sy / dot(y, y) : 1;
  return identity(y.length).map((row) => row.map((value) => value * size));
}

/** The BFGS update of the inverse Hessian, left out where curvature is not positive. */
function update(inverse: Matrix, before: State, after: State): void {
  const { s, y, sy } = differences(before, after);
  if (!(sy > 1e-14 * Math.sqrt(dot(s, s) * dot(y, y)))) return;
  const hy = multiplyVector(inverse, y);
  const factor = (1 + dot(y, hy) / sy) / sy;
  for (let i = 0; i < s.length; i++) {
    for (let j = 0; j < s.length; j++) inverse[i]![j]! += factor * s[i]! * s[j]! - (hy[i]! * s[j]! + s[i]! * hy[j]!) / sy;
  }
}

/** Central differences with steps that keep inside the box. */
function centralGradient({ f, low, high }: BoxProblem, x: Float64Array): Float64Array {
  const point = Float64Array.from(x);
  return x.map((value, i) => {
    const step = 6e-6 * Math.max(Math.abs(value), 1e-2);
    const above = Math.min(value + step, high?.[i] ?? Infinity);
    const below = Math.max(value - step, low?.[i] ?? -Infinity);
    point[i] = above;
    const up = f(point);
    point[i] = below;
    const down = f(point);
    point[i] = value;
    return above > below ? (up - down) / (above - below) : 0;
  });
}
