import { CERTAINTY_DOMAINS, CERTAINTY_UPGRADES, type Question } from "@calcar/catalog/schema";
import { CERTAINTIES, type Certainty } from "@calcar/vocabulary";
import type { AnswerCertainty } from "../schema.ts";
import { type Domain, type Judged, LEVELS_DOWN } from "./judged.ts";

type Recorded = Extract<Question, { kind: "effect" }>["certainty"];
type Domains = AnswerCertainty["domains"];
type Upgrade = AnswerCertainty["upgrades"][number];

/**
 * What a person judged beside what is computed, and the level they come to. A person's judgement stands where there is one; one
 * made on the question as asked never makes a widened or differing answer more certain than the computation allows.
 *
 * Every body of evidence starts at high; that allocation was not random counts under risk of bias.
 *
 * @param isAsAsked false when the reader widened the question: then the lower of the two levels is shown
 * @source grade-robins-2019
 */
export function certaintyOf(
  recorded: Recorded,
  computed: Partial<Record<Domain, Judged>>,
  raised: readonly Upgrade[],
  isAsAsked: boolean,
): AnswerCertainty {
  const domains = CERTAINTY_DOMAINS.map((domain) => domainOf(domain, recorded, computed[domain], isAsAsked));
  const upgrades = CERTAINTY_UPGRADES.map((upgrade) => upgradeOf(upgrade, recorded, raised));
  const computedLevel = levelOf(
    domains.map(({ judgement, computed: own }) => own?.judgement ?? judgement),
    upgrades,
  );
  const summed = levelOf(
    domains.map(({ judgement }) => judgement),
    upgrades,
  );
  const level = recorded.level === undefined ? summed : isAsAsked ? recorded.level : lower(recorded.level, computedLevel);
  return {
    level,
    levelBy: recorded.level === level ? "person" : "computed",
    computedLevel,
    signedBy: recorded.signedBy ?? null,
    domains,
    upgrades,
  };
}

function domainOf(domain: Domain, recorded: Recorded, own: Judged | undefined, isAsAsked: boolean): Domains[number] {
  const judgedByPerson = recorded.domains.find((entry) => entry.domain === domain);
  const computed = own ? { judgement: own.judgement, reason: own.reason } : null;
  const overruled =
    !isAsAsked && own !== undefined && judgedByPerson !== undefined && LEVELS_DOWN[own.judgement] > LEVELS_DOWN[judgedByPerson.judgement];
  if (!judgedByPerson || overruled) {
    const shown = computed ?? { judgement: "not-assessed" as const, reason: "Nobody has judged it, and it cannot be computed." };
    return { domain, ...shown, by: "computed", computed, differs: overruled };
  }
  const { judgement, reason } = judgedByPerson;
  return { domain, judgement, reason, by: "person", computed, differs: own !== undefined && own.judgement !== judgement };
}

function upgradeOf(upgrade: Upgrade["upgrade"], { upgrades = [] }: Recorded, raised: readonly Upgrade[]): Upgrade {
  const byPerson = upgrades.find((entry) => entry.upgrade === upgrade);
  if (byPerson) return { ...byPerson, by: "person" };
  const computed = raised.find((entry) => entry.upgrade === upgrade);
  return computed ?? { upgrade, judgement: "not-assessed", reason: "Only a person can judge it, and nobody has.", by: "computed" };
}

const LEVELS_UP = { none: 0, one: 1, two: 2, "not-assessed": 0 } as const;

function levelOf(judgements: readonly Domains[number]["judgement"][], upgrades: readonly Upgrade[]): Certainty {
  const down = judgements.reduce((sum, judgement) => sum + LEVELS_DOWN[judgement], 0);
  const up = upgrades.reduce((sum, { judgement }) => sum + LEVELS_UP[judgement], 0);
  return CERTAINTIES[Math.min(CERTAINTIES.length - 1, Math.max(0, down - up))]!;
}

/** CERTAINTIES lists the levels best first. */
const lower = (a: Certainty, b: Certainty): Certainty => (CERTAINTIES.indexOf(a) > CERTAINTIES.indexOf(b) ? a : b);
