import type { Certainty } from "@calcar/vocabulary";
import type { QuestionAnswer } from "./schema.ts";

/** The evidence of one question in one line. A change series carries no estimate: a change is never an effect. */
export interface EvidenceLine {
  question: string;
  kind: "effect" | "change";
  asks: string;
  measure?: string;
  estimate?: number; // natural scale
  ci?: [number, number];
  k: number;
  n?: number; // absent when a study does not say how many were counted
  certainty: Certainty;
  lastSearched: string;
}

/** Shortens an answer to what stands beside a recommendation. */
export function evidenceLine(answer: QuestionAnswer): EvidenceLine {
  const { question, kind, asks, k, n, certainty, lastSearched } = answer;
  return {
    question,
    kind,
    asks,
    ...(kind === "effect" ? { measure: answer.measure, estimate: answer.estimate, ci: answer.ci } : {}),
    k,
    ...(n === null ? {} : { n }),
    certainty: certainty.level,
    lastSearched,
  };
}
