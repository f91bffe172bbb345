import type { EffectQuestion } from "../questions/question-kinds.ts";
import type { Pooled } from "../schema.ts";
import type { Drawn } from "./effect-warnings.ts";

const THOUSAND = 1_000;
type Rows = Pooled["per1000"];

/**
 * What a pooled effect comes to among 1,000 hips: at the risk of the controls of these very studies, and at every risk the
 * question takes from a named source. Only the uncertainty of the effect is in the interval; the risk without is taken as given.
 *
 * @returns nothing for differences of means
 * @source grade-robins-2019, project-default
 */
export function per1000({ baselines = [] }: EffectQuestion, drawn: Drawn): Rows {
  const own = controlRisk(drawn);
  if (own === undefined) return [];
  const risks = [{ risk: own, whose: "the controls of these studies" }, ...baselines.map(({ risk, whose }) => ({ risk, whose: whose.en }))];
  return risks.map(({ risk, whose }) => {
    const at = (effect: number) => bounded(riskWith(drawn.measure, risk, effect)) * THOUSAND;
    const without = risk * THOUSAND;
    const withCi: [number, number] = [at(drawn.ci[0]), at(drawn.ci[1])];
    return {
      whose,
      without,
      with: at(drawn.estimate),
      withCi,
      difference: at(drawn.estimate) - without,
      differenceCi: [withCi[0] - without, withCi[1] - without],
    };
  });
}

function controlRisk({ studies }: Drawn): number | undefined {
  const controls = studies.flatMap(({ comparator }) => ("events" in comparator ? [comparator] : []));
  const total = controls.reduce((sum, arm) => sum + arm.total, 0);
  return total === 0 ? undefined : controls.reduce((sum, { events }) => sum + events, 0) / total;
}

function riskWith(measure: Pooled["measure"], risk: number, effect: number): number {
  if (measure === "RD") return risk + effect;
  return measure === "OR" ? (effect * risk) / (1 - risk + effect * risk) : risk * effect;
}

/** Of 1,000 hips no more than 1,000 and no fewer than none can have an event. */
const bounded = (risk: number): number => Math.min(1, Math.max(0, risk));
