import { type Matrix, zeros } from "../numerics/matrix.ts";
import { risks } from "./cox-rows.ts";
import { overSubdistribution, type Subdistribution } from "./subdistribution.ts";

/**
 * Each row's influence on the score of a Fine-Gray model, in standardised covariates: its own weighted score, and its part
 * in the censoring distribution that the weights are made of.
 */
export function subdistributionInfluence(set: Subdistribution, beta: Float64Array): Matrix {
  const risk = risks(set.rows, beta);
  const sums = hazardSums(set, risk);
  const influence = ownInfluence(set, risk, sums);
  addCensoringInfluence(set, risk, sums, influence);
  return influence;
}

/** Cumulative sums at the block of each row: of the hazard, of the hazard times G(t-), and both times the mean covariates. */
interface HazardSums {
  /** By block, values after it; index 0 is before the first. */
  readonly hazard: Float64Array;
  readonly hazardX: Matrix;
  readonly kept: Float64Array;
  readonly keptX: Matrix;
  /** Mean covariates of the risk set, by block; zero where there is no event. */
  readonly mean: Matrix;
}

function hazardSums(set: Subdistribution, risk: Float64Array): HazardSums {
  const { rows, uncensored } = set;
  const { blocks } = rows.strata[0]!;
  const count = blocks.length - 1;
  const blockAt = new Map(blocks.slice(0, -1).map((from, block) => [from, block]));
  const sums: HazardSums = {
    hazard: new Float64Array(count + 1),
    hazardX: zeros(count + 1, rows.p),
    kept: new Float64Array(count + 1),
    keptX: zeros(count + 1, rows.p),
    mean: zeros(count, rows.p),
  };
  overSubdistribution(set, risk, ({ from, deaths, s0, s1 }) => {
    const block = blockAt.get(from)!;
    const jump = deaths / s0;
    sums.hazard[block + 1] = jump;
    sums.kept[block + 1] = jump * uncensored[from]!;
    for (let j = 0; j < rows.p; j++) {
      const mean = s1[j]! / s0;
      sums.mean[block]![j] = mean;
      sums.hazardX[block + 1]![j] = jump * mean;
      sums.keptX[block + 1]![j] = jump * mean * uncensored[from]!;
    }
  });
  accumulate(sums);
  return sums;
}

function accumulate({ hazard, hazardX, kept, keptX }: HazardSums): void {
  for (let block = 1; block < hazard.length; block++) {
    hazard[block]! += hazard[block - 1]!;
    kept[block]! += kept[block - 1]!;
    for (let j = 0; j < hazardX[0]!.length; j++) {
      hazardX[block]![j]! += hazardX[block - 1]![j]!;
      keptX[block]![j]! += keptX[block - 1]![j]!;
    }
  }
}

function overBlocks({ rows }: Subdistribution, visit: (row: number, block: number) => void): void {
  const { blocks } = rows.strata[0]!;
  for (let block = 0; block < blocks.length - 1; block++) for (let row = blocks[block]!; row < blocks[block + 1]!; row++) visit(row, block);
}

/** The row's weighted score: covariates less their mean, over its martingale. */
function ownInfluence(set: Subdistribution, risk: Float64Array, { hazard, hazardX, kept, keptX, mean }: HazardSums): Matrix {
  const { rows, competing, uncensored } = set;
  const out = zeros(rows.n, rows.p);
  const last = hazard.length - 1;
  overBlocks(set, (row, block) => {
    const later = competing[row] === 1 ? 1 / uncensored[row]! : 0;
    for (let j = 0; j < rows.p; j++) {
      const x = rows.x[row * rows.p + j]!;
      const during = x * hazard[block + 1]! - hazardX[block + 1]![j]!;
      const after = x * (kept[last]! - kept[block + 1]!) - (keptX[last]![j]! - keptX[block + 1]![j]!);
      const seen = rows.status[row] === 1 ? x - mean[block]![j]! : 0;
      out[row]![j] = seen - risk[row]! * (during + later * after);
    }
  });
  return out;
}

/** Adds each row's part in the censoring distribution: its censoring less the censoring hazard it was exposed to, times q. */
function addCensoringInfluence(set: Subdistribution, risk: Float64Array, sums: HazardSums, out: Matrix): void {
  const { rows, censored } = set;
  const { blocks } = rows.strata[0]!;
  const q = censoringSlope(set, risk, sums);
  const drift = new Float64Array(rows.p); // sum over censoring times so far of q(u) dN(u) / Y(u)^2
  let block = -1;
  for (let row = 0; row < rows.n; row++) {
    if (row === blocks[block + 1]) {
      block++;
      const ended = censored.subarray(row, blocks[block + 1]).reduce((sum, value) => sum + value, 0);
      for (let j = 0; j < rows.p; j++) drift[j]! += (q[block]![j]! * ended) / (rows.n - row) ** 2;
    }
    const own = censored[row] === 1 ? 1 / (rows.n - blocks[block]!) : 0;
    for (let j = 0; j < rows.p; j++) out[row]![j]! += own * q[block]![j]! - drift[j]!;
  }
}

/** q(u) by block: what the score gains per unit of censoring hazard at u, from those who left by another cause before u. */
function censoringSlope(set: Subdistribution, risk: Float64Array, { kept, keptX }: HazardSums): Matrix {
  const { rows, competing, uncensored } = set;
  const last = kept.length - 1;
  let gone = 0;
  const goneX = new Float64Array(rows.p);
  return rows.strata[0]!.blocks.slice(0, -1).map((from, block) => {
    const slope = goneX.map((value, j) => value * (kept[last]! - kept[block]!) - gone * (keptX[last]![j]! - keptX[block]![j]!));
    for (let row = from; row < rows.strata[0]!.blocks[block + 1]!; row++) {
      const mass = competing[row] === 1 ? risk[row]! / uncensored[row]! : 0;
      gone += mass;
      for (let j = 0; j < rows.p; j++) goneX[j]! += mass * rows.x[row * rows.p + j]!;
    }
    return slope;
  });
}
