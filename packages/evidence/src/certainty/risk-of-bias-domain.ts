import type { StudyRiskOfBias } from "../schema.ts";
import { numberText } from "../words/number-text.ts";
import { type Judged, judged } from "./judged.ts";

interface Weighed {
  readonly weight: number; // per cent of the pool
  readonly riskOfBias: StudyRiskOfBias | null;
}

const MOST = 50; // per cent of the weight
const GRAVE = ["critical"];
const HIGH = ["high", "serious", ...GRAVE];
const SOME = ["some-concerns", "moderate", "no-information"];

/**
 * Risk of bias across a pool, from the judgements on its studies and their weight: very serious when most of the weight is at
 * critical risk, or at serious risk without random allocation; serious when most is at high risk, unclear or not assessed.
 *
 * @source rob2-2019, robins-i-2016, grade-robins-2019, project-default
 */
export function riskOfBiasDomain(studies: readonly Weighed[]): Judged {
  const share = (holds: (risk: StudyRiskOfBias | null) => boolean) =>
    studies.reduce((sum, { weight, riskOfBias }) => sum + (holds(riskOfBias) ? weight : 0), 0);
  const among = (words: readonly string[]) => (risk: StudyRiskOfBias | null) => risk !== null && words.includes(risk.overall);
  const grave = share((risk) => among(GRAVE)(risk) || (risk?.tool === "robins-i" && risk.overall === "serious"));
  const high = share(among(HIGH));
  const unclear = share((risk) => risk === null || among(SOME)(risk));
  const says = `${percent(high)} of the weight at high risk, ${percent(unclear)} with some concerns or unclear.`;
  if (grave >= MOST)
    return judged(
      "very-serious",
      `${percent(grave)} of the weight comes from studies without random allocation at serious or critical risk. ${says}`,
    );
  if (high + unclear >= MOST) return judged("serious", says);
  return judged("not-serious", says);
}

const percent = (value: number): string => `${numberText(value, 0)}%`;
