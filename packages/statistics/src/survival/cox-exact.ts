import { type Matrix, zeros } from "../numerics/matrix.ts";
import { type Likelihood, mirror } from "./cox-likelihood.ts";
import { type CoxRows, risks, type Stratum } from "./cox-rows.ts";

/**
 * The exact partial likelihood: tied deaths are one draw of d from the risk set, without an order.
 *
 * The sum over all subsets of size d is the elementary symmetric function of the risks, built up one row at a time
 * with its first and second derivatives. Cost grows with rows times ties: meant for small or nearly untied data.
 *
 * @source gail-lubin-rubinstein-1981
 */
export function exactLikelihood(rows: CoxRows, beta: Float64Array): Likelihood {
  const score = new Float64Array(rows.p);
  const information = zeros(rows.p, rows.p);
  const risk = risks(rows, beta);
  let logLik = 0;
  for (const stratum of rows.strata) {
    for (let block = 0; block < stratum.blocks.length - 1; block++) {
      const deaths = deathsIn(rows, stratum, block);
      if (deaths.length === 0) continue;
      const subsets = subsetSums(rows, risk, riskSet(rows, stratum, block), deaths.length);
      logLik -= subsets.log;
      for (let j = 0; j < rows.p; j++) {
        const seen = deaths.reduce((sum, row) => sum + rows.x[row * rows.p + j]!, 0);
        logLik += seen * beta[j]!;
        score[j]! += seen - subsets.first[j]!;
        for (let m = 0; m <= j; m++) information[j]![m]! += subsets.second[j]![m]! - subsets.first[j]! * subsets.first[m]!;
      }
    }
  }
  mirror(information);
  return { logLik, score, information };
}

function deathsIn({ status }: CoxRows, { blocks }: Stratum, block: number): number[] {
  const deaths: number[] = [];
  for (let row = blocks[block]!; row < blocks[block + 1]!; row++) if (status[row] === 1) deaths.push(row);
  return deaths;
}

function riskSet({ entry, time, tolerance }: CoxRows, { blocks, to }: Stratum, block: number): number[] {
  const from = blocks[block]!;
  const now = time[from]! - tolerance;
  const members: number[] = [];
  for (let row = from; row < to; row++) if (!entry || entry[row]! < now) members.push(row);
  return members;
}

interface SubsetSums {
  readonly log: number;
  /** Mean and second moment of the covariate sum over the subsets. */
  readonly first: Float64Array;
  readonly second: Matrix;
}

function subsetSums({ p, x }: CoxRows, risk: Float64Array, members: readonly number[], size: number): SubsetSums {
  const unit = members.reduce((sum, row) => sum + risk[row]!, 0) / size; // keeps the sums near e^size
  const values = new Float64Array(size + 1);
  values[0] = 1;
  const first = zeros(size + 1, p);
  const second = Array.from({ length: size + 1 }, () => zeros(p, p));
  members.forEach((row, seen) => {
    const r = risk[row]! / unit;
    for (let k = Math.min(size, seen + 1); k >= 1; k--) {
      const below = values[k - 1]!;
      for (let j = 0; j < p; j++) {
        const xj = x[row * p + j]!;
        for (let m = 0; m <= j; m++) {
          const xm = x[row * p + m]!;
          const moment = second[k - 1]![j]![m]! + xj * first[k - 1]![m]! + xm * first[k - 1]![j]! + xj * xm * below;
          second[k]![j]![m]! += r * moment;
        }
      }
      for (let j = 0; j < p; j++) first[k]![j]! += r * (first[k - 1]![j]! + x[row * p + j]! * below);
      values[k]! += r * below;
    }
  });
  const all = values[size]!;
  return {
    log: Math.log(all) + size * Math.log(unit),
    first: first[size]!.map((value) => value / all),
    second: second[size]!.map((line) => line.map((value) => value / all)),
  };
}
