import { chiSquare } from "../distributions/gamma.ts";
import type { CochranQ } from "../meta/heterogeneity.ts";
import { type Inference, waldInference } from "../meta/inference.ts";

/** A pooled effect of tables taken together, with the heterogeneity of the single ones about it. */
export interface TablePooled extends Inference {
  /** Tables given. */
  readonly k: number;
  /** Absent when fewer than one table has an effect of its own. */
  readonly q?: CochranQ;
  readonly i2?: number;
  readonly flags: readonly ("standard-error-zero" | "tables-without-own-effect")[];
}

interface Parts {
  readonly estimate: number;
  readonly variance: number;
  readonly level: number;
  readonly k: number;
  /** Effects and variances of single tables; undefined where a table has none. */
  readonly single: readonly ({ readonly yi: number; readonly vi: number } | undefined)[];
}

export function tablePooled({ estimate, variance, level, k, single }: Parts): TablePooled {
  const own = single.filter((effect) => effect !== undefined && effect.vi > 0);
  const q = own.reduce((sum, effect) => sum + (effect!.yi - estimate) ** 2 / effect!.vi, 0);
  const inference = waldInference(estimate, Math.sqrt(variance), level);
  const flags: TablePooled["flags"] = [
    ...(inference.se === 0 ? (["standard-error-zero"] as const) : []),
    ...(own.length < k ? (["tables-without-own-effect"] as const) : []),
  ];
  return { ...inference, k, ...heterogeneityOf(q, own.length - 1), flags };
}

/** Q with its p value, and I2 from Q. */
function heterogeneityOf(q: number, df: number): { q?: CochranQ; i2?: number } {
  if (df < 0) return {};
  if (df === 0) return { q: { q, df, p: 1 }, i2: 0 };
  return { q: { q, df, p: chiSquare(df).upper(q) }, i2: q > 0 ? 100 * Math.max(0, 1 - df / q) : 0 };
}
