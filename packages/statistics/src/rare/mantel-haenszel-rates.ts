import { type Result, refuse } from "@calcar/vocabulary";
import { chiSquare } from "../distributions/gamma.ts";
import { rateEffect, type TwoRates } from "../effect-sizes/rate-effects.ts";
import { finiteAnswer } from "../numerics/finite.ts";
import { type TablePooled, tablePooled } from "./pooled-ratio.ts";
import type { StratifiedTest } from "./stratified-tests.ts";

export interface MantelHaenszelRates extends TablePooled {
  /** IRR only: test that the common rate ratio is 1. */
  readonly mh?: StratifiedTest;
}

interface Estimate {
  readonly estimate: number;
  readonly variance: number;
}

const sumOver = (strata: readonly TwoRates[], term: (rates: TwoRates, time: number) => number): number =>
  strata.reduce((sum, rates) => sum + term(rates, rates.t1 + rates.t2), 0);

/** @source greenland-robins-1985 */
function rateRatio(strata: readonly TwoRates[]): Estimate {
  const r = sumOver(strata, ({ x1, t2 }, time) => (x1 * t2) / time);
  const s = sumOver(strata, ({ x2, t1 }, time) => (x2 * t1) / time);
  const top = sumOver(strata, ({ x1, t1, x2, t2 }, time) => ((x1 + x2) * t1 * t2) / time ** 2);
  return { estimate: Math.log(r / s), variance: top / (r * s) };
}

function rateDifference(strata: readonly TwoRates[]): Estimate {
  const weight = sumOver(strata, ({ t1, t2 }, time) => (t1 * t2) / time);
  const estimate = sumOver(strata, ({ x1, t1, x2, t2 }, time) => (x1 * t2 - x2 * t1) / time) / weight;
  const top = sumOver(strata, ({ x1, t1, x2, t2 }, time) => ((t1 * t2) / time) ** 2 * (x1 / t1 ** 2 + x2 / t2 ** 2));
  return { estimate, variance: top / weight ** 2 };
}

function scoreTest(strata: readonly TwoRates[], correct: boolean): StratifiedTest {
  const shift = sumOver(strata, ({ x1, t1, x2 }, time) => x1 - ((x1 + x2) * t1) / time);
  const variance = sumOver(strata, ({ x1, t1, x2, t2 }, time) => ((x1 + x2) * t1 * t2) / time ** 2);
  const statistic = Math.max(0, Math.abs(shift) - (correct ? 0.5 : 0)) ** 2 / variance;
  return { statistic, df: 1, p: chiSquare(1).upper(statistic) };
}

/**
 * Mantel-Haenszel pooling of person-time data: log rate ratio (IRR) or rate difference (IRD).
 *
 * @param request.strata events and person-time of both groups
 * @param request.correct continuity correction of the test, not of the estimate
 * @refuses invalid/level; incomplete/no-strata; invalid/negative-count; invalid/person-time; not-applicable/no-events
 * @source greenland-robins-1985, rothman-greenland-lash-2008
 */
export function mantelHaenszelRates(request: {
  readonly measure: "IRR" | "IRD";
  readonly strata: readonly TwoRates[];
  readonly level?: number;
  readonly correct: boolean;
}): Result<MantelHaenszelRates> {
  const { measure, strata, correct } = request;
  const level = request.level ?? 0.95;
  if (!(level > 0 && level < 1)) return refuse("invalid", "level");
  if (strata.length === 0) return refuse("incomplete", "no-strata");
  const single = strata.map((rates) => rateEffect(measure, rates, 0.5));
  const bad = single.find((effect) => !effect.ok && effect.refusal.kind === "invalid");
  if (bad && !bad.ok) return bad;
  const { estimate, variance } = measure === "IRR" ? rateRatio(strata) : rateDifference(strata);
  if (!Number.isFinite(estimate) || !Number.isFinite(variance)) return refuse("not-applicable", "no-events");
  const pooled = tablePooled({
    estimate,
    variance,
    level,
    k: strata.length,
    single: single.map((effect) => (effect.ok ? effect.value : undefined)),
  });
  return finiteAnswer(measure === "IRR" ? { ...pooled, mh: scoreTest(strata, correct) } : pooled);
}
