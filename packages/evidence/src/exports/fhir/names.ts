import { FIRST_SHOWN } from "../../questions/choice.ts";
import type { QuestionAnswer } from "../../schema.ts";
import type { Annotation, CodeableConcept, Reference } from "./r5.ts";

/** A concept of a published code system. */
export const coded = (system: string, code: string, display: string): CodeableConcept => ({
  coding: [{ system, code, display }],
  text: display,
});

/** A concept that no published code says exactly: words are better than a wrong code. */
export const worded = (text: string): CodeableConcept => ({ text });

export const annotated = (texts: readonly string[]): Annotation[] => texts.map((text) => ({ text }));

/** What an answer is known by: a name, not an address. What the reader chose is part of it, since it is then another answer. */
export const nameOfAnswer = (answer: QuestionAnswer): string => ["urn:calcar:evidence", answer.question, ...choices(answer)].join(":");

function choices(answer: QuestionAnswer): string[] {
  const methods = "tau2Method" in answer ? [answer.tau2Method, answer.ciMethod] : [];
  return [
    ...methods.filter((method) => method !== FIRST_SHOWN.tau2 && method !== FIRST_SHOWN.ci),
    ...answer.without.map((id) => `without-${id}`),
    ...answer.widened.map((coordinate) => `widen-${coordinate}`),
  ];
}

/** One row of an answer: a study, or one outcome of one of its arms. */
export const nameOfRow = (answer: QuestionAnswer, row: string): string => `${nameOfAnswer(answer)}:row-${row}`;
export const nameOfVariable = (question: string, variable: string): string => `urn:calcar:evidence-variable:${question}:${variable}`;
export const nameOfSource = (id: string): string => `urn:calcar:source:${id}`;

const LONGEST = 64; // of a FHIR id

/** A resource id from a name: letters, digits, hyphens and dots. A name too long for it keeps its end, where names differ. */
export const idOf = (name: string): string => {
  const id = name.replace(/^urn:calcar:[a-z-]+:/, "").replace(/[^A-Za-z0-9.-]+/g, "-");
  return id.length <= LONGEST ? id : id.slice(-LONGEST).replace(/^[^A-Za-z0-9]+/, "");
};

const TYPES = {
  "urn:calcar:evidence:": "Evidence",
  "urn:calcar:evidence-variable:": "EvidenceVariable",
  "urn:calcar:source:": "Citation",
} as const;

/** A reference to an entry of the same Bundle, by one of the names above. */
export function referenceTo(name: string, display?: string): Reference {
  const found = Object.entries(TYPES).find(([start]) => name.startsWith(start));
  if (!found) throw new Error(`${name} names nothing that can be referred to`);
  return { reference: name, type: found[1], ...(display === undefined ? {} : { display }) };
}
