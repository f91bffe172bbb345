import { cholesky, choleskySolve } from "./cholesky.ts";
import { dot, type Matrix } from "./matrix.ts";

/** A concave log likelihood at a point, with its first derivatives and minus its second. */
export interface Concave {
  readonly logLik: number;
  readonly score: Float64Array;
  readonly information: Matrix;
}

export interface Climb {
  readonly beta: Float64Array;
  readonly end: Concave;
  readonly converged: boolean;
  /** Coordinates still moving when the likelihood no longer rose. */
  readonly diverging: readonly number[];
}

/**
 * The maximum of a concave log likelihood, by Newton's steps with halving.
 *
 * Coordinates should be on a scale where a step of 0.01 is small. A hill without a top is recognised by steps that stay long
 * while the likelihood no longer rises.
 */
export function climbFrom(start: Concave, at: (beta: Float64Array) => Concave, maxSteps: number): Climb {
  let beta = new Float64Array(start.score.length);
  let here = start;
  let moving: number[] = [];
  for (let step = 0; step < maxSteps; step++) {
    const root = cholesky(here.information);
    if (!root) break; // curvature is gone: some coefficient has run away
    const move = choleskySolve(root, here.score);
    moving = Array.from(move, (_, j) => j).filter((j) => Math.abs(move[j]!) > LONG);
    const gainLost = dot(move, here.score) <= 1e-12 * (1 + Math.abs(here.logLik)); // below what a long sum can show
    if (gainLost && moving.length === 0) return last(at, beta, move);
    const next = halving(here, beta, move, at);
    if (!next) return { beta, end: here, converged: moving.length === 0, diverging: moving }; // flat to rounding, yet far to go
    beta = next.beta;
    here = next.likelihood;
    if (runaway(start, here)) break;
  }
  return { beta, end: here, converged: false, diverging: moving };
}

const LONG = 0.01;

/** The last step needs no check: it squares the distance to the maximum, which the likelihood can no longer see. */
function last(at: (beta: Float64Array) => Concave, beta: Float64Array, move: Float64Array): Climb {
  const there = beta.map((value, j) => value + move[j]!);
  return { beta: there, end: at(there), converged: true, diverging: [] };
}

/** Whether a variance has grown so much since the start that its coefficient cannot be finite. */
function runaway(start: Concave, here: Concave): boolean {
  return here.information.some((row, j) => row[j]! < 1e-9 * start.information[j]![j]!);
}

function halving(here: Concave, beta: Float64Array, move: Float64Array, at: (beta: Float64Array) => Concave) {
  const slack = 1e-14 * Math.abs(here.logLik); // rounding may take back the last, tiny gain
  for (let length = 1; length > 1e-10; length /= 2) {
    const next = beta.map((value, j) => value + length * move[j]!);
    const likelihood = at(next);
    if (Number.isFinite(likelihood.logLik) && likelihood.logLik >= here.logLik - slack) return { beta: next, likelihood };
  }
  return undefined;
}
