import { ok, type Result, refuse } from "@calcar/vocabulary";
import { cholesky, choleskySolve } from "../numerics/cholesky.ts";
import { dot, type Matrix, zeros } from "../numerics/matrix.ts";
import { type ChiSquareTest, chiSquareTest } from "./cox.ts";
import { type CompetingFollowUp, cumulativeIncidence, survivors } from "./cumulative-incidence.ts";
import { codeLabels, type GroupLabel, requireLength, rowsOf, takeRows } from "./follow-up.ts";
import { tieTolerance } from "./order.ts";
import { lastAtMost } from "./survival-reading.ts";

export interface GrayTest extends ChiSquareTest {
  readonly groups: readonly GroupLabel[];
  /** Weighted events seen minus expected, by group. */
  readonly score: Float64Array;
}

/**
 * Gray's test: k-sample test of equal cumulative incidence of one cause in the presence of others.
 *
 * It compares subdistribution hazards; it is not the log-rank test of cause-specific hazards. Score and variance are
 * Gray's: events of the cause less those expected from the adjusted risk sets `R = Y (1 - F(t-)) / S(t-)`, and the variance of
 * the influence of each group's events of the cause and of the other causes, both processes taken as independent.
 *
 * Gray's variance is for events at distinct times. Where d events are tied, the share of a process in the variance is multiplied
 * by `(n - d) / (n - 1)`, as of draws without replacement: for the other causes n is the group's own risk set, for the cause
 * it is everybody at risk, each other group counted at `S of this group / S of that group`, since d are the events of all groups.
 * While the groups' survival is equal, as at the first event time, this makes the variance of the cause the hypergeometric one
 * of the log-rank test; with a single event it is 1. The package cmprsk prints the same numbers.
 *
 * @param data rows with a group
 * @param cause number of the cause compared, 1 or more
 * @param rho weight (1 - F(t-))^rho; 0 by default
 * @refuses as `cumulativeIncidence`; incomplete/one-group, no-events (of this cause); not-applicable/no-variance
 * @throws RangeError when columns differ in length
 * @source gray-1988
 */
export function grayTest(data: CompetingFollowUp & { readonly group: ArrayLike<GroupLabel> }, cause: number, rho = 0): Result<GrayTest> {
  requireLength("group", data.group, data.time.length);
  const pooled = cumulativeIncidence(data);
  if (!pooled.ok) return pooled;
  const coded = codeLabels(data.group);
  if (coded.labels.length < 2) return refuse("incomplete", "one-group");
  if (!pooled.value.events[cause - 1]?.some((count) => count > 0)) return refuse("incomplete", "no-events");
  const groups = coded.labels.map((_, code) => groupSteps(data, rowsOf(coded, code), cause));
  const moments = momentsOf(atEvents(pooled.value.time, groups, tieTolerance(data.time)), groups.length, rho);
  const used = Array.from({ length: groups.length - 1 }, (_, g) => g);
  const root = cholesky(used.map((g) => Float64Array.from(used, (h) => moments.variance[g]![h]!)));
  if (!root) return refuse("not-applicable", "no-variance");
  const gap = moments.score.subarray(0, used.length);
  return ok({ groups: coded.labels, score: moments.score, ...chiSquareTest(dot(gap, choleskySolve(root, gap)), used.length) });
}

interface GroupSteps {
  readonly time: Float64Array;
  readonly atRisk: Float64Array;
  readonly own: Float64Array;
  readonly other: Float64Array;
  readonly free: Float64Array;
  readonly incidence: Float64Array;
}

function groupSteps(data: CompetingFollowUp, rows: Uint32Array, cause: number): GroupSteps {
  const curve = cumulativeIncidence(
    {
      time: takeRows(data.time, rows),
      cause: Float64Array.from(rows, (row) => (data.cause[row] === 0 ? 0 : data.cause[row] === cause ? 1 : 2)),
      ...(data.weights && { weights: takeRows(data.weights, rows) }),
    },
    2,
  );
  if (!curve.ok) throw new Error("rows of a checked table must stay usable");
  const { time, atRisk, events, free, incidence } = curve.value;
  return { time, atRisk, own: events[0]!, other: events[1]!, free, incidence: incidence[0]! };
}

/** One group at one event time, before and after it. */
interface GroupAt {
  readonly atRisk: number;
  readonly own: number;
  readonly other: number;
  readonly freeBefore: number;
  readonly freeAfter: number;
  readonly incidenceBefore: number;
}

function atEvents(times: Float64Array, groups: readonly GroupSteps[], tolerance: number): GroupAt[][] {
  return Array.from(times, (time) => groups.map((group) => groupAt(group, time, tolerance))).filter((list) =>
    list.some(({ own, other }) => own + other > 0),
  );
}

function groupAt({ time, atRisk, own, other, free, incidence }: GroupSteps, now: number, tolerance: number): GroupAt {
  const before = lastAtMost(time, now - tolerance * 1.5);
  const here = lastAtMost(time, now + tolerance * 1.5);
  const moved = here > before;
  return {
    atRisk: atRisk[before + 1] ?? 0,
    own: moved ? own[here]! : 0,
    other: moved ? other[here]! : 0,
    freeBefore: free[before] ?? 1,
    freeAfter: free[here] ?? 1,
    incidenceBefore: incidence[before] ?? 0,
  };
}

interface Moments {
  readonly score: Float64Array;
  readonly variance: Matrix;
}

/** What a time contributes to the variance, kept until the total of the compensator terms is known. */
interface Pending {
  readonly groups: readonly GroupAt[];
  readonly weights: Matrix;
  /** Running compensator up to and including this time. */
  readonly compensator: Matrix;
  readonly events: number;
  /** Sum over groups of at risk / free, the size of the pooled subdistribution risk set per unit of 1 - F. */
  readonly size: number;
  readonly freeOfCause: number;
}

function momentsOf(times: readonly GroupAt[][], count: number, rho: number): Moments {
  const score = new Float64Array(count);
  const compensator = zeros(count, count);
  const pending: Pending[] = [];
  let pooled = 0;
  for (const groups of times) {
    const shares = groups.map(({ atRisk, freeBefore }) => (atRisk > 0 ? atRisk / freeBefore : 0));
    const size = shares.reduce((a, b) => a + b, 0);
    const events = groups.reduce((sum, { own }) => sum + own, 0);
    const weight = (1 - pooled) ** rho;
    addScore(score, { groups, events, weight });
    const weights = shares.map((share, i) => Float64Array.from(shares, (other, r) => weight * share * ((i === r ? 1 : 0) - other / size)));
    const hazard = events / (size * (1 - pooled));
    weights.forEach((line, i) => {
      for (let r = 0; r < count; r++) compensator[i]![r]! += line[r]! * hazard;
    });
    pooled += events / size;
    pending.push({ groups, weights, compensator: compensator.map((line) => line.slice()), events, size, freeOfCause: 1 - pooled });
  }
  return { score, variance: varianceOf(pending, compensator) };
}

function addScore(score: Float64Array, { groups, events, weight }: { groups: readonly GroupAt[]; events: number; weight: number }): void {
  if (events === 0) return;
  const risk = groups.map(({ atRisk, incidenceBefore, freeBefore }) => (atRisk > 0 ? (atRisk * (1 - incidenceBefore)) / freeBefore : 0));
  const total = risk.reduce((a, b) => a + b, 0);
  groups.forEach(({ own }, i) => {
    score[i]! += weight * (own - (events * risk[i]!) / total);
  });
}

function varianceOf(pending: readonly Pending[], total: Matrix): Matrix {
  const variance = zeros(total.length, total.length);
  for (const time of pending) {
    time.groups.forEach((group, r) => {
      if (group.atRisk <= 0) return;
      const ahead = total.map((line, i) => line[r]! - time.compensator[i]![r]!);
      const ratio = group.freeAfter > 0 ? time.freeOfCause / group.freeAfter : 0;
      const hit = 1 - ratio;
      const own = ahead.map((value, i) => time.weights[i]![r]! + hit * value);
      addOuter(variance, own, ownSpread(time, group));
      addOuter(
        variance,
        ahead.map((value) => ratio * value),
        otherSpread(group),
      );
    });
  }
  return variance;
}

/** Variance of the pooled events of the cause per group, tied events as draws without replacement from everybody at risk. */
function ownSpread({ events, size }: Pending, { atRisk, freeBefore }: GroupAt): number {
  if (events === 0) return 0;
  const everybody = size * freeBefore;
  // where survival differs so much that others hardly count, there can be more events than the count of everybody
  const ties = events > 1 ? Math.max(0, everybody - events) / (everybody - 1) : 1;
  return (ties * freeBefore * events) / (size * atRisk);
}

function otherSpread({ other, atRisk, freeBefore }: GroupAt): number {
  if (other === 0) return 0;
  const ties = other > 1 ? survivors(atRisk, other) / (atRisk - 1) : 1;
  return (ties * freeBefore ** 2 * other) / atRisk ** 2;
}

function addOuter(to: Matrix, values: readonly number[], factor: number): void {
  if (factor === 0) return;
  for (let i = 0; i < values.length; i++) for (let j = 0; j < values.length; j++) to[i]![j]! += factor * values[i]! * values[j]!;
}
