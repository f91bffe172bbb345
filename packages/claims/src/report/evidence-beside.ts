import type { Catalog } from "@calcar/catalog";
import { answerQuestion, type EvidenceLine, evidenceLine, FIRST_SHOWN, questionFreshness, ratioText } from "@calcar/evidence";
import type { PlainDate } from "@calcar/vocabulary";

/** What the evidence room answers to the question a claim is about, as it stands on a day. */
export interface EvidenceBeside extends EvidenceLine {
  readonly stale: boolean; // its search is overdue: the number may be, too
  readonly says: string; // one sentence with estimate, interval, number of studies and certainty
}

/**
 * The evidence shown beside a finding.
 *
 * @param question id in `knowledge/questions`
 * @param today the day on which it is shown: what was searched too long ago is stale
 * @returns undefined where the question cannot be answered from what is on file
 */
export function evidenceBeside(catalog: Catalog, question: string, today: PlainDate): EvidenceBeside | undefined {
  const answer = answerQuestion(catalog, question, FIRST_SHOWN);
  if (!answer.ok) return undefined;
  const line = evidenceLine(answer.value);
  const fresh = questionFreshness(catalog, catalog.questions.get(question)!, today);
  const stale = !fresh.ok || fresh.value.state === "stale"; // what nobody can date is not called fresh
  return { ...line, stale, says: sentence(line, stale) };
}

function sentence({ asks, measure, estimate, ci, k, n, certainty, lastSearched }: EvidenceLine, stale: boolean): string {
  const effect =
    estimate === undefined || ci === undefined
      ? undefined
      : `${measure} ${shown(estimate, measure)} (${shown(ci[0], measure)} to ${shown(ci[1], measure)})`;
  const studies = k === 0 ? "no study" : `${k} ${k === 1 ? "study" : "studies"}`;
  const parts = [
    effect,
    studies,
    n === undefined || k === 0 ? undefined : `n ${n}`,
    certainty && `certainty ${certainty.replace("-", " ")}`,
  ];
  return `${asks} ${capital(parts.filter((part) => part !== undefined).join(", "))}; last searched ${lastSearched}${stale ? ", STALE" : ""}.`;
}

const shown = (value: number, measure: string | undefined): string =>
  measure === "RR" || measure === "OR" ? ratioText(value) : String(Math.round(value * 100) / 100);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
