import type { Certainty } from "@calcar/vocabulary";
import type { QuestionAnswer } from "./schema.ts";

/** The evidence of one question in one line. Only an effect carries an estimate: a change or a frequency is never an effect. */
export interface EvidenceLine {
  question: string;
  kind: QuestionAnswer["kind"];
  asks: string;
  measure?: string;
  estimate?: number; // natural scale
  ci?: [number, number];
  k: number;
  n?: number; // absent when a study does not say how many were counted
  certainty?: Certainty; // absent where no study answers the question
  lastSearched: string;
}

/** Shortens an answer to what stands beside a recommendation. */
export function evidenceLine(answer: QuestionAnswer): EvidenceLine {
  const { question, kind, asks, k, n, lastSearched } = answer;
  return {
    question,
    kind,
    asks,
    ...(kind === "effect" ? { measure: answer.measure, estimate: answer.estimate, ci: answer.ci } : {}),
    k,
    ...(n === null ? {} : { n }),
    ...(kind === "nothing-direct" ? {} : { certainty: answer.certainty.level }),
    lastSearched,
  };
}
