import { ok, type Result, refuse } from "@calcar/vocabulary";
import type { Vector } from "../numerics/matrix.ts";
import { badRows, codeLabels, type FollowUp, followUpProblem, type GroupLabel, requireLength } from "./follow-up.ts";
import { ascendingOrder, tieTolerance } from "./order.ts";
import { strataInTime } from "./strata.ts";

export interface ConcordanceData extends FollowUp {
  /** Predicted risk of each row on any increasing scale, such as a Cox model's linear predictor. */
  readonly risk: Vector;
  readonly strata?: ArrayLike<GroupLabel>;
  readonly cluster?: ArrayLike<GroupLabel>;
}

export interface Concordance {
  /** Share of comparable pairs in which the higher risk failed first; ties of risk count half. 0.5 is chance. */
  readonly concordance: number;
  /** Infinitesimal jackknife standard error, over clusters when they are given. */
  readonly se: number;
  /** Weight of comparable pairs. */
  readonly pairs: number;
}

/**
 * Harrell's C: concordance of predicted risk and time to event.
 *
 * A pair is comparable when the earlier time is an event and both were at risk then; a row censored at the time of an
 * event is later. Pairs are formed within strata.
 *
 * @refuses as `kaplanMeier`; invalid/risk; incomplete/no-pairs when no two rows are comparable
 * @throws RangeError when columns differ in length
 * @source harrell-1996, therneau-watson-2015
 */
export function concordance(data: ConcordanceData): Result<Concordance> {
  for (const name of ["risk", "strata", "cluster"] as const) requireLength(name, data[name], data.time.length);
  const problem = followUpProblem(data) ?? badRows("risk", data.risk, Number.isFinite);
  if (problem) return problem;
  const shares = emptyShares(data.time.length);
  const rank = new Uint32Array(data.time.length);
  for (const order of strataInTime(data)) addStratum(data, { order, rank }, shares);
  const weight = (row: number) => (data.weights ? data.weights[row]! : 1);
  let good = 0;
  let pairs = 0;
  for (let row = 0; row < data.time.length; row++) {
    good += (weight(row) * shares.good[row]!) / 2; // each pair is counted by both of its rows
    pairs += (weight(row) * shares.pairs[row]!) / 2;
  }
  if (pairs === 0) return refuse("incomplete", "no-pairs");
  const c = good / pairs;
  return ok({ concordance: c, se: jackknife(data, shares, { c, pairs, weight }), pairs });
}

/** By row: weight of comparable partners, and of those ordered rightly, half for equal risk. */
interface Shares {
  readonly good: Float64Array;
  readonly pairs: Float64Array;
}

const emptyShares = (rows: number): Shares => ({ good: new Float64Array(rows), pairs: new Float64Array(rows) });

interface Total {
  readonly c: number;
  readonly pairs: number;
  readonly weight: (row: number) => number;
}

function jackknife({ cluster }: ConcordanceData, { good, pairs }: Shares, total: Total): number {
  const { codes, labels } = codeLabels(cluster ?? Array.from(good, (_, row) => row));
  const sums = new Float64Array(labels.length);
  for (let row = 0; row < good.length; row++)
    sums[codes[row]!]! += (total.weight(row) * (good[row]! - total.c * pairs[row]!)) / total.pairs;
  return Math.sqrt(sums.reduce((sum, value) => sum + value * value, 0));
}

/** A running table of weights by rank of risk, with sums below a rank in logarithmic time. */
class RankTable {
  private readonly tree: Float64Array;
  private readonly own: Float64Array;
  total = 0;

  constructor(ranks: number) {
    this.tree = new Float64Array(ranks + 1);
    this.own = new Float64Array(ranks);
  }

  add(rank: number, weight: number): void {
    this.own[rank]! += weight;
    this.total += weight;
    for (let i = rank + 1; i < this.tree.length; i += i & -i) this.tree[i]! += weight;
  }

  /** Weight below a rank, with half the weight at the rank itself. */
  belowWithHalf(rank: number): number {
    let sum = this.own[rank]! / 2;
    for (let i = rank; i > 0; i -= i & -i) sum += this.tree[i]!;
    return sum;
  }
}

function addStratum(data: ConcordanceData, { order, rank }: { order: Uint32Array; rank: Uint32Array }, shares: Shares): void {
  const ranked = { order, rank, ranks: rankWithin(data.risk, order, rank) };
  asEarlier(data, ranked, shares);
  asLater(data, ranked, shares);
}

interface Ranked {
  readonly order: Uint32Array;
  /** Rank of risk within the stratum, by row of the data. */
  readonly rank: Uint32Array;
  readonly ranks: number;
}

/** Writes the ranks of one stratum's rows and returns how many there are. */
function rankWithin(risk: Vector, order: Uint32Array, rank: Uint32Array): number {
  const byRisk = ascendingOrder(Float64Array.from(order, (row) => risk[row]!));
  let ranks = 0;
  let last = Number.NaN;
  for (const at of byRisk) {
    const row = order[at]!;
    if (risk[row] !== last) ranks++;
    last = risk[row]!;
    rank[row] = ranks - 1;
  }
  return ranks;
}

/** The rows of one stratum in blocks of tied time, earliest first. */
function tiedBlocks(time: Vector, order: Uint32Array): Uint32Array[] {
  const tolerance = tieTolerance(time);
  const blocks: Uint32Array[] = [];
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && time[order[to]!]! - time[order[from]!]! <= tolerance) to++;
    blocks.push(order.subarray(from, to));
  }
  return blocks;
}

const weightIn =
  ({ weights }: ConcordanceData) =>
  (row: number): number =>
    weights ? weights[row]! : 1;

/** Rows by delayed entry, handed out while a test on their entry holds; each row once. */
function entryQueue({ entry }: ConcordanceData, order: Uint32Array, direction: 1 | -1) {
  const queue = entry ? order.toSorted((a, b) => direction * (entry[a]! - entry[b]!)) : new Uint32Array(0);
  let at = 0;
  return (holds: (entry: number) => boolean, take: (row: number) => void) => {
    for (; entry && at < queue.length && holds(entry[queue[at]!]!); at++) take(queue[at]!);
  };
}

/** Events against those still at risk after them: latest time first, rows entering the table after the events of their time. */
function asEarlier(data: ConcordanceData, { order, rank, ranks }: Ranked, { good, pairs }: Shares): void {
  const { time, status } = data;
  const table = new RankTable(ranks);
  const weight = weightIn(data);
  const leave = entryQueue(data, order, -1);
  const tolerance = tieTolerance(time);
  for (const block of tiedBlocks(time, order).reverse()) {
    const now = time[block[0]!]! - tolerance;
    for (const row of block) if (status[row] === 0) table.add(rank[row]!, weight(row));
    leave(
      (entry) => entry >= now,
      (row) => table.add(rank[row]!, -weight(row)),
    );
    const events = block.filter((row) => status[row] === 1);
    for (const row of events) {
      good[row]! += table.belowWithHalf(rank[row]!);
      pairs[row]! += table.total;
    }
    for (const row of events) table.add(rank[row]!, weight(row));
  }
}

/** Rows against the events before them: earliest first; what had happened before a delayed entry is taken off. */
function asLater(data: ConcordanceData, { order, rank, ranks }: Ranked, { good, pairs }: Shares): void {
  const { time, status } = data;
  const table = new RankTable(ranks);
  const weight = weightIn(data);
  const enter = entryQueue(data, order, 1);
  const tolerance = tieTolerance(time);
  const count = (row: number, sign: number) => {
    good[row]! += sign * (table.total - table.belowWithHalf(rank[row]!));
    pairs[row]! += sign * table.total;
  };
  for (const block of tiedBlocks(time, order)) {
    const now = time[block[0]!]! - tolerance;
    enter(
      (entry) => entry < now,
      (row) => count(row, -1),
    );
    const events = block.filter((row) => status[row] === 1);
    for (const row of events) count(row, 1);
    for (const row of events) table.add(rank[row]!, weight(row));
    for (const row of block) if (status[row] === 0) count(row, 1);
  }
}
