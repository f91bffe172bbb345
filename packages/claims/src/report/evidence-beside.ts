import type { Catalog, Localised } from "@calcar/catalog";
import { answerQuestion, evidenceLine, FIRST_SHOWN, type QuestionAnswer, questionFreshness } from "@calcar/evidence";
import type { Certainty, PlainDate } from "@calcar/vocabulary";
import type { ClaimTopic } from "../engine/lint.ts";
import { type EvidenceResult, evidenceResult } from "./evidence-result.ts";

/** What the evidence room answers to the question a claim is about, as it stands on a day. */
export interface EvidenceBeside extends ClaimTopic, EvidenceResult {
  readonly about: Localised; // "hip replacement in osteonecrosis"
  readonly kind: QuestionAnswer["kind"] | "not-asked"; // not-asked: no question on file is about it
  readonly asks?: string; // the question
  readonly k: number; // studies
  readonly n?: number; // absent when a study does not say how many were counted
  readonly certainty?: Certainty; // absent where no study answers the question
  readonly lastSearched?: PlainDate;
  readonly doesNotShow?: string;
  readonly stale: boolean; // its search is overdue: the number may be, too
  readonly says: string; // one sentence with all of it
}

/**
 * The evidence shown beside a finding.
 *
 * @param topic what is claimed for which disease, with the question that answers it
 * @param today the day on which it is shown: what was searched too long ago is stale
 * @returns that nothing is on file where no question is asked, or none can be answered
 */
export function evidenceBeside(catalog: Catalog, topic: ClaimTopic, today: PlainDate): EvidenceBeside {
  const about = aboutOf(catalog, topic);
  const answer = topic.question === undefined ? undefined : answerQuestion(catalog, topic.question, FIRST_SHOWN);
  if (topic.question === undefined || !answer?.ok)
    return { ...topic, about, kind: "not-asked", results: [], k: 0, stale: false, says: `${UNASKED} ${about.en}.` };
  const { kind, asks, k, n, certainty, lastSearched } = evidenceLine(answer.value);
  const fresh = questionFreshness(catalog, catalog.questions.get(topic.question)!, today);
  const stale = !fresh.ok || fresh.value.state === "stale"; // what nobody can date is not called fresh
  const line = {
    ...topic,
    ...{ about, kind, asks, k, lastSearched, stale, doesNotShow: answer.value.doesNotShow },
    ...evidenceResult(answer.value),
    ...(n !== undefined && k > 0 && { n }),
    ...(certainty && { certainty }),
  };
  return { ...line, says: sentence(line) };
}

const UNASKED = "Nothing direct is on file, and no question is asked of the studies, about";

function aboutOf({ claimConditions, claimOutcomes }: Catalog, { condition, outcome }: ClaimTopic): Localised {
  const [what, whom] = [claimOutcomes.find(({ id }) => id === outcome)!.name, claimConditions.find(({ id }) => id === condition)!.name];
  return { en: `${what.en} in ${whom.en}`, es: `${what.es ?? what.en} en ${whom.es ?? whom.en}` };
}

function sentence({ about, asks, results, k, n, certainty, lastSearched, stale }: Omit<EvidenceBeside, "says">): string {
  const parts = [
    results.length === 0 ? undefined : results.join("; "),
    k === 0 ? "no study, nothing direct is on file" : `${k} ${k === 1 ? "study" : "studies"}`,
    n === undefined ? undefined : `n ${n}`,
    certainty && `certainty ${certainty.replace("-", " ")}`,
  ];
  const told = parts.filter((part) => part !== undefined).join(", ");
  return `${capital(about.en)}: ${asks} ${capital(told)}; last searched ${lastSearched}${stale ? ", STALE" : ""}.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
