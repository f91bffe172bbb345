import { ok, type Result, refuse } from "@calcar/vocabulary";
import { normal } from "../distributions/normal.ts";

export interface KendallTest {
  /** Kendall's tau-b, -1 to 1. */
  readonly tau: number;
  /** Two-sided, from the normal approximation with the variance for ties. */
  readonly pAsymptotic: number;
  /** Two-sided, exact; absent with ties. */
  readonly pExact?: number;
}

/**
 * Kendall's rank correlation with its test.
 *
 * @refuses invalid/lengths-differ; invalid/not-finite; not-applicable/all-tied when one of the variables is constant, as with fewer than two pairs
 * @source kendall-1970
 */
export function kendall(x: ArrayLike<number>, y: ArrayLike<number>): Result<KendallTest> {
  const n = x.length;
  if (y.length !== n) return refuse("invalid", "lengths-differ");
  if (![x, y].every((column) => Array.from(column).every(Number.isFinite))) return refuse("invalid", "not-finite");
  const s = concordance(x, y);
  const tiesX = tieSums(x);
  const tiesY = tieSums(y);
  const pairs = (n * (n - 1)) / 2;
  const spread = Math.sqrt((pairs - tiesX.pairs / 2) * (pairs - tiesY.pairs / 2));
  if (!(spread > 0)) return refuse("not-applicable", "all-tied");
  const variance =
    (n * (n - 1) * (2 * n + 5) - tiesX.weighted - tiesY.weighted) / 18 +
    (tiesX.pairs * tiesY.pairs) / (2 * n * (n - 1)) +
    (n > 2 ? (tiesX.triples * tiesY.triples) / (9 * n * (n - 1) * (n - 2)) : 0);
  const pAsymptotic = Math.min(1, 2 * normal.upper(Math.abs(s) / Math.sqrt(variance)));
  const tied = tiesX.pairs > 0 || tiesY.pairs > 0;
  return ok({ tau: s / spread, pAsymptotic, ...(tied ? {} : { pExact: exactP(n, (pairs + s) / 2) }) });
}

/** Concordant less discordant pairs. */
function concordance(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let s = 0;
  for (let i = 0; i < x.length; i++) for (let j = 0; j < i; j++) s += Math.sign(x[i]! - x[j]!) * Math.sign(y[i]! - y[j]!);
  return s;
}

/** Sums over groups of t tied values of t(t-1), t(t-1)(t-2) and t(t-1)(2t+5). */
function tieSums(values: ArrayLike<number>): { pairs: number; triples: number; weighted: number } {
  const counts = new Map<number, number>();
  for (let i = 0; i < values.length; i++) counts.set(values[i]!, (counts.get(values[i]!) ?? 0) + 1);
  const sums = { pairs: 0, triples: 0, weighted: 0 };
  for (const t of counts.values()) {
    sums.pairs += t * (t - 1);
    sums.triples += t * (t - 1) * (t - 2);
    sums.weighted += t * (t - 1) * (2 * t + 5);
  }
  return sums;
}

/** Two-sided p of the number of concordant pairs under all orders being equally likely. */
function exactP(n: number, concordant: number): number {
  let probabilities = [1];
  for (let size = 2; size <= n; size++) {
    const next = new Array<number>(probabilities.length + size - 1).fill(0);
    for (let a = 0; a < probabilities.length; a++) for (let b = 0; b < size; b++) next[a + b]! += probabilities[a]! / size;
    probabilities = next;
  }
  const q = Math.round(concordant);
  const atMost = probabilities.slice(0, q + 1).reduce((sum, p) => sum + p, 0);
  const atLeast = probabilities.slice(q).reduce((sum, p) => sum + p, 0);
  return Math.min(1, 2 * Math.min(atMost, atLeast));
}
