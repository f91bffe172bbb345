import type { Catalog } from "@calcar/catalog";
import { answerQuestion, evidenceLine, FIRST_SHOWN } from "@calcar/evidence";
import type { EvidenceLine } from "../schema.ts";

/** The evidence behind a pathway, one line for each of its questions, pooled with the defaults a reader meets first. */
export function evidenceOn(catalog: Catalog, questions: readonly string[]): EvidenceLine[] {
  return questions.map((id) => {
    const answer = answerQuestion(catalog, id, FIRST_SHOWN);
    if (!answer.ok) throw new Error(`question ${id} of a pathway gives no answer: ${answer.refusal.code}`);
    return evidenceLine(answer.value);
  });
}
