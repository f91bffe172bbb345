import type { CatalogInstrument } from "@calcar/catalog";
import type { CodeableConcept, Observation, Patient, QuestionnaireResponse, Reference } from "@medplum/fhirtypes";
import type { Score, Scores } from "../schema.ts";
import { loincOf, systemOf } from "./systems.ts";

/** Who was asked, when, and the answers it was scored from. What is absent is left out, never invented. */
export interface Scored {
  readonly subject?: Reference<Patient> | undefined;
  readonly effectiveDateTime?: string | undefined;
  readonly derivedFrom?: Reference<QuestionnaireResponse> | undefined;
}

/**
 * The scores of one questionnaire as FHIR R4 Observations, one for each subscale.
 *
 * A score that was refused has no value but the reason in `dataAbsentReason`; a provisional one is `preliminary`. The note says
 * range, direction and how many items were answered, so that no number travels without them.
 */
export const observations = (instrument: CatalogInstrument, scores: Scores, scored: Scored = {}): Observation[] =>
  instrument.subscales.map((subscale): Observation => {
    const score = scores.scores[subscale.id]!;
    return {
      resourceType: "Observation",
      status: score.unconfirmed.length > 0 && score.refusal === null ? "preliminary" : "final",
      category: [{ coding: [{ system: "http://terminology.hl7.org/CodeSystem/observation-category", code: "survey" }] }],
      code: {
        coding: [...loincOf(instrument, { subscale: subscale.id }), { system: systemOf(instrument), code: subscale.id }],
        text: `${instrument.shortName}: ${subscale.name.en}`,
      },
      ...(scored.subject && { subject: scored.subject }),
      ...(scored.effectiveDateTime !== undefined && { effectiveDateTime: scored.effectiveDateTime }),
      ...(scored.derivedFrom && { derivedFrom: [scored.derivedFrom] }),
      ...measured(subscale, score),
      method: { text: methodText(scores, score) },
      note: [{ text: noteText(score) }],
    };
  });

type Subscale = CatalogInstrument["subscales"][number];
type Value = Pick<Observation, "valueQuantity" | "valueString" | "dataAbsentReason">;

function measured({ method, unit }: Subscale, { value, refusal }: Score): Value {
  if (value === null) return { dataAbsentReason: absent(refusal!) };
  if (method.kind === "profile") return { valueString: String(value) };
  const code = unit === "mm" ? "mm" : "{score}";
  return { valueQuantity: { value, unit: unit ?? "score", system: "http://unitsofmeasure.org", code } };
}

function absent({ kind, code, missing = [] }: NonNullable<Score["refusal"]>): CodeableConcept {
  const reason = kind === "not-permitted" ? "not-permitted" : kind === "not-applicable" ? "not-applicable" : "unknown";
  return {
    coding: [{ system: "http://terminology.hl7.org/CodeSystem/data-absent-reason", code: reason }],
    text: `${kind}/${code}${missing.length === 0 ? "" : `: ${missing.join(", ")}`}`,
  };
}

const methodText = ({ version, form, definition }: Scores, { method, tableDigest }: Score): string =>
  [`${method}; version ${version}`, form && `form ${form}`, `definition ${definition}`, tableDigest && `table ${tableDigest}`]
    .filter(Boolean)
    .join("; ");

function noteText({ range: [low, high], direction, answered, items, imputed, unconfirmed, value }: Score): string {
  const parts = [
    `Range ${low} to ${high}, ${direction.replace("higher-", "higher is ").replace("more-active", "more active")}.`,
    `${answered} of ${items} items answered${imputed === 0 ? "" : `, ${imputed} filled by the missing-item rule`}.`,
  ];
  if (value !== null && unconfirmed.length > 0) parts.push(`Provisional: no readable source confirms ${unconfirmed.join(", ")}.`);
  return parts.join(" ");
}
