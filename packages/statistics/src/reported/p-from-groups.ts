import { studentT } from "../distributions/student-t.ts";
import type { Interval } from "../meta/index.ts";

/** A group with its mean and standard deviation known only to a range. */
export interface RoundedGroup {
  readonly mean: Interval;
  readonly sd: Interval;
  readonly n: number;
}

interface Point {
  readonly difference: number;
  readonly sd: readonly [number, number];
}

/**
 * The two-sided p values that the means and standard deviations of two groups allow, over everything that rounds to the printed
 * figures and over the pooled-variance and the Welch t test: a paper seldom says which it used.
 *
 * @returns the smallest and the largest p; undefined when a standard deviation may be 0
 * @throws RangeError when a group has fewer than two
 * @source student-1908, welch-1947
 */
export function pFromGroups(a: RoundedGroup, b: RoundedGroup): Interval | undefined {
  if (!(a.n >= 2 && b.n >= 2)) throw new RangeError(`a t test needs two or more in each group, got ${a.n} and ${b.n}`);
  if (a.sd[0] <= 0 || b.sd[0] <= 0) return undefined;
  const differences: Interval = [a.mean[0] - b.mean[1], a.mean[1] - b.mean[0]];
  const mayBeNone = differences[0] <= 0 && differences[1] >= 0;
  const points = [...differences, ...(mayBeNone ? [0] : [])].flatMap((difference) =>
    a.sd.flatMap((first) => b.sd.map((second): Point => ({ difference, sd: [first, second] }))),
  );
  const ps = points.flatMap((point) => [pooledP(point, a.n, b.n), welchP(point, a.n, b.n)]);
  return [Math.min(...ps), Math.max(...ps)];
}

function pooledP({ difference, sd: [s1, s2] }: Point, n1: number, n2: number): number {
  const df = n1 + n2 - 2;
  const variance = ((n1 - 1) * s1 * s1 + (n2 - 1) * s2 * s2) / df;
  return twoSided(difference, Math.sqrt(variance * (1 / n1 + 1 / n2)), df);
}

function welchP({ difference, sd: [s1, s2] }: Point, n1: number, n2: number): number {
  const [v1, v2] = [(s1 * s1) / n1, (s2 * s2) / n2];
  return twoSided(difference, Math.sqrt(v1 + v2), (v1 + v2) ** 2 / (v1 ** 2 / (n1 - 1) + v2 ** 2 / (n2 - 1)));
}

const twoSided = (difference: number, se: number, df: number): number => 2 * studentT(df).upper(Math.abs(difference) / se);
