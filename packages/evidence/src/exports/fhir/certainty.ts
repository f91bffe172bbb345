import type { AnswerCertainty } from "../../schema.ts";
import { annotated, coded, worded } from "./names.ts";
import type { Certainty, CodeableConcept } from "./r5.ts";

type Domain = AnswerCertainty["domains"][number];
type Upgrade = AnswerCertainty["upgrades"][number];

const type = (code: string, display: string): CodeableConcept => coded("http://hl7.org/fhir/certainty-type", code, display);
const rating = (code: string, display: string): CodeableConcept => coded("http://hl7.org/fhir/certainty-rating", code, display);

const LEVELS: Record<AnswerCertainty["level"], CodeableConcept> = {
  high: rating("high", "High quality"),
  moderate: rating("moderate", "Moderate quality"),
  low: rating("low", "Low quality"),
  "very-low": rating("very-low", "Very low quality"),
};
const DOMAINS: Record<Domain["domain"], CodeableConcept> = {
  "risk-of-bias": type("RiskOfBias", "Risk of bias"),
  inconsistency: type("Inconsistency", "Inconsistency"),
  indirectness: type("Indirectness", "Indirectness"),
  imprecision: type("Imprecision", "Imprecision"),
  "publication-bias": type("PublicationBias", "Publication bias"),
};
const UPGRADES: Record<Upgrade["upgrade"], CodeableConcept> = {
  "large-effect": type("LargeEffect", "Large effect"),
  "dose-response": type("DoseResponseGradient", "Dose response gradient"),
  "opposing-confounding": type("PlausibleConfounding", "Plausible confounding"),
};
const NOT_ASSESSED = worded("not assessed");
const JUDGEMENTS: Record<Domain["judgement"], CodeableConcept> = {
  "not-serious": rating("no-concern", "no serious concern"),
  serious: rating("serious-concern", "serious concern"),
  "very-serious": rating("very-serious-concern", "very serious concern"),
  "not-assessed": NOT_ASSESSED,
};
const RAISED: Record<Upgrade["judgement"], CodeableConcept> = {
  none: rating("no-change", "no change to rating"),
  one: rating("upcode1", "increase rating: +1"),
  two: rating("upcode2", "increase rating: +2"),
  "not-assessed": NOT_ASSESSED,
};

/** GRADE certainty as FHIR R5: the level, and each domain with its reason and by whom it was judged. What nobody assessed has no code. */
export const certaintyOfAnswer = (certainty: AnswerCertainty): Certainty => ({
  description: `GRADE certainty: ${certainty.level.replace("-", " ")}`,
  note: annotated(signing(certainty)),
  type: type("Overall", "Overall certainty"),
  rating: LEVELS[certainty.level],
  rater: raterOf(certainty.levelBy, certainty.signedBy),
  subcomponent: [
    ...certainty.domains.map((domain) => domainOf(domain, certainty.signedBy)),
    ...certainty.upgrades.map((upgrade) => upgradeOf(upgrade, certainty.signedBy)),
  ],
});

function signing({ signedBy, level, computedLevel }: AnswerCertainty): string[] {
  return [
    signedBy === null ? "No reviewer has signed this certainty." : `Signed by ${signedBy}.`,
    ...(level === computedLevel ? [] : [`As the judgements add up it would be ${computedLevel.replace("-", " ")}.`]),
  ];
}

const raterOf = (by: "person" | "computed", signedBy: string | null): string =>
  by === "computed" ? "computed by Calcar" : (signedBy ?? "the project, unsigned");

const domainOf = ({ domain, judgement, reason, by, computed, differs }: Domain, signedBy: string | null): Certainty => ({
  note: annotated([
    reason,
    ...(differs && computed ? [`Computed instead: ${computed.judgement.replaceAll("-", " ")}. ${computed.reason}`] : []),
  ]),
  type: DOMAINS[domain],
  rating: JUDGEMENTS[judgement],
  rater: raterOf(by, signedBy),
});

const upgradeOf = ({ upgrade, judgement, reason, by }: Upgrade, signedBy: string | null): Certainty => ({
  note: annotated([reason]),
  type: UPGRADES[upgrade],
  rating: RAISED[judgement],
  rater: raterOf(by, signedBy),
});
