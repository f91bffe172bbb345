import type { AnswerCertainty } from "../schema.ts";

export type Domain = AnswerCertainty["domains"][number]["domain"];
export type Judgement = AnswerCertainty["domains"][number]["judgement"];

/** One domain of certainty as it can be computed, with the reason in words. */
export interface Judged {
  readonly judgement: Judgement;
  readonly reason: string;
}

export const judged = (judgement: Judgement, reason: string): Judged => ({ judgement, reason });

/** How many levels a judgement takes away. What is not assessed takes none away, and is shown as not assessed. */
export const LEVELS_DOWN: Record<Judgement, number> = { "not-serious": 0, "not-assessed": 0, serious: 1, "very-serious": 2 };

/** One level worse, at most very serious. */
export function worse(judgement: Judgement): Judgement {
  return judgement === "serious" || judgement === "very-serious" ? "very-serious" : "serious";
}
