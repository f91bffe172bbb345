import type { Catalog } from "@calcar/catalog";
import type { EffectRow } from "../effects/effect-row.ts";
import type { Drawn } from "../effects/effect-warnings.ts";
import type { WeighedRow } from "../effects/synthesis.ts";
import { interventionArms } from "../members/arm-misses.ts";
import type { Membership } from "../members/miss.ts";
import type { EffectQuestion } from "../questions/question-kinds.ts";
import type { AnswerCertainty } from "../schema.ts";
import { certaintyOf } from "./certainty-of.ts";
import { imprecisionDomain } from "./imprecision-domain.ts";
import { inconsistencyDomain } from "./inconsistency-domain.ts";
import { indirectnessDomain, type Placed } from "./indirectness-domain.ts";
import { publicationBiasDomain } from "./publication-bias-domain.ts";
import { riskOfBiasDomain } from "./risk-of-bias-domain.ts";

interface Working {
  readonly drawn: Drawn;
  readonly rows: readonly WeighedRow[];
  readonly found: Membership<EffectRow>;
}

/** GRADE certainty of a pooled effect: each domain computed from the pool, beside what a person recorded. */
export function effectCertainty(catalog: Catalog, question: EffectQuestion, { drawn, rows }: Working): AnswerCertainty {
  const riskOfBias = riskOfBiasDomain(drawn.studies);
  const computed = {
    "risk-of-bias": riskOfBias,
    inconsistency: inconsistencyDomain(drawn),
    indirectness: indirectnessDomain(
      question.admits,
      rows.map((row) => placed(row, question)),
    ),
    imprecision: imprecisionDomain(question, drawn, pairedWeight(rows)),
    "publication-bias": publicationBiasDomain(catalog, question.admits, drawn.smallStudy),
  };
  const isWidened = drawn.studies.some(({ beyond }) => beyond.length > 0);
  return certaintyOf(question.certainty, computed, [largeEffect(drawn, riskOfBias.judgement)], !isWidened && drawn.without.length === 0);
}

const pairedWeight = (rows: Working["rows"]): number =>
  rows.filter(({ study }) => study.designClass === "within-patient").reduce((sum, { weight }) => sum + weight, 0);

function placed({ study, outcomes: [outcome], beyond }: EffectRow, { admits }: EffectQuestion): Placed {
  const arm = interventionArms(study, admits.intervention).find(({ name }) => name === outcome.arm);
  return {
    study,
    beyond,
    phase: outcome.phase ?? study.phase,
    products: [arm?.productClass ?? "not stated"],
    event: outcome.type === "events" ? outcome.event : outcome.instrumentId,
  };
}

const LARGE = 2;
const VERY_LARGE = 5;

/** A large effect raises certainty only where nothing else lowers trust in it. @source grade-robins-2019 */
function largeEffect({ measure, ci: [low, high], estimate }: Drawn, riskOfBias: string): AnswerCertainty["upgrades"][number] {
  const shown = { upgrade: "large-effect" as const, by: "computed" as const };
  if (measure !== "RR") return { ...shown, judgement: "none", reason: "Only judged on risk ratios." };
  const size = Math.max(estimate, 1 / estimate);
  const isClear = low > 1 || high < 1;
  if (size < LARGE || !isClear) return { ...shown, judgement: "none", reason: "The effect is not twofold, or no difference is possible." };
  if (riskOfBias !== "not-serious")
    return {
      ...shown,
      judgement: "none",
      reason: "The effect is twofold or more, but the risk of bias is serious, so it does not raise the certainty.",
    };
  return { ...shown, judgement: size >= VERY_LARGE ? "two" : "one", reason: "The effect is large and clear." };
}
