import { ok, type Result, refuse } from "@calcar/vocabulary";
import { type Effect, finiteEffect } from "./effect.ts";

/** Events among n. */
export interface Count {
  readonly xi: number;
  readonly ni: number;
}

const MEASURES: Readonly<Record<ProportionMeasure, (x: number, n: number) => Effect>> = {
  PR: (x, n) => ({ yi: x / n, vi: ((x / n) * (1 - x / n)) / n }),
  PLN: (x, n) => ({ yi: Math.log(x / n), vi: 1 / x - 1 / n }),
  PLO: (x, n) => ({ yi: Math.log(x / (n - x)), vi: 1 / x + 1 / (n - x) }),
  PAS: (x, n) => ({ yi: Math.asin(Math.sqrt(x / n)), vi: 1 / (4 * n) }),
  PFT: (x, n) => ({ yi: doubleArcsine(x, n), vi: 1 / (4 * n + 2) }),
};

/** One group's proportion: raw, log, logit, arcsine, Freeman-Tukey double arcsine. */
export type ProportionMeasure = "PR" | "PLN" | "PLO" | "PAS" | "PFT";

export const PROPORTION_MEASURES = Object.keys(MEASURES) as readonly ProportionMeasure[];

const doubleArcsine = (x: number, n: number): number => (Math.asin(Math.sqrt(x / (n + 1))) + Math.asin(Math.sqrt((x + 1) / (n + 1)))) / 2;

export interface ProportionRule {
  /** Added to events and to non-events. */
  readonly add: number;
  readonly to: "only0" | "all" | "if0all" | "none";
}

/**
 * Transformed proportions of single groups. PAS and PFT never take an addition.
 *
 * @returns one entry per group; `undefined` where the group has no finite value
 * @refuses invalid/not-finite; invalid/negative-count; invalid/more-events-than-subjects
 * @source freeman-tukey-1950, miller-1978
 */
export function proportionEffects(
  measure: ProportionMeasure,
  counts: readonly Count[],
  rule: ProportionRule,
): Result<readonly (Effect | undefined)[]> {
  if (!counts.every(({ xi, ni }) => Number.isFinite(xi) && Number.isFinite(ni)) || !Number.isFinite(rule.add))
    return refuse("invalid", "not-finite");
  if (counts.some(({ xi, ni }) => xi < 0 || ni < 0)) return refuse("invalid", "negative-count");
  if (counts.some(({ xi, ni }) => xi > ni)) return refuse("invalid", "more-events-than-subjects");
  const hasZero = ({ xi, ni }: Count) => xi === 0 || xi === ni;
  const anyZero = counts.some(hasZero);
  const never = measure === "PAS" || measure === "PFT";
  return ok(
    counts.map((count) => {
      const adds = !never && (rule.to === "all" || (rule.to === "if0all" && anyZero) || (rule.to === "only0" && hasZero(count)));
      const add = adds ? rule.add : 0;
      const effect = finiteEffect(MEASURES[measure](count.xi + add, count.ni + 2 * add));
      return effect.ok ? effect.value : undefined;
    }),
  );
}

/**
 * Miller's inverse of the Freeman-Tukey double arcsine: the proportion whose transform at n is t.
 *
 * @param t double arcsine value; beyond its range the proportion is 0 or 1
 * @param n sample size the value stands for, the harmonic mean of the studies' sizes for a pooled one
 * @refuses invalid/sample-size unless n > 0; invalid/not-finite
 * @source miller-1978
 */
export function inverseDoubleArcsine(t: number, n: number): Result<number> {
  if (!(n > 0 && Number.isFinite(n))) return refuse("invalid", "sample-size");
  if (!Number.isFinite(t)) return refuse("invalid", "not-finite");
  if (t <= doubleArcsine(0, n)) return ok(0);
  if (t >= doubleArcsine(n, n)) return ok(1);
  const angle = 2 * t; // Miller's formula is written for the sum of both arcsines
  const sine = Math.sin(angle);
  const inner = 1 - (sine + (sine - 1 / sine) / n) ** 2;
  return ok((1 - Math.sign(Math.cos(angle)) * Math.sqrt(Math.max(inner, 0))) / 2);
}

/** @throws RangeError unless there is a size and every one is positive and finite */
export function harmonicMean(sizes: readonly number[]): number {
  if (sizes.length === 0 || !sizes.every((n) => n > 0 && n < Infinity)) throw new RangeError("a harmonic mean needs positive finite sizes");
  return sizes.length / sizes.reduce((sum, n) => sum + 1 / n, 0);
}
