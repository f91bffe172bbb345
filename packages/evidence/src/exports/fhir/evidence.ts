import type { Catalog } from "@calcar/catalog";
import type { Study } from "@calcar/catalog/schema";
import { staleAfter } from "../../freshness/stale-after.ts";
import type { QuestionAnswer, RefusedStudy } from "../../schema.ts";
import { designWords } from "../../studies/design-words.ts";
import { type AnswerRow, answerRows, questionOf } from "../answer-rows.ts";
import { certaintyOfAnswer } from "./certainty.ts";
import { annotated, coded, idOf, nameOfAnswer, nameOfSource, referenceTo, worded } from "./names.ts";
import type { CodeableConcept, Evidence, RelatedArtifact, Statistic } from "./r5.ts";
import { nameOfAnswerRow } from "./row-evidence.ts";
import { pooledStatistic, proportionStatistic } from "./statistics.ts";
import { variableDefinitions } from "./variables.ts";

const synthesis = (code: string, display: string): CodeableConcept =>
  coded("http://terminology.hl7.org/CodeSystem/synthesis-type", code, display);

const NO_SYNTHESIS = synthesis("NotApplicable", "not applicable");

/**
 * The answer to a question as one FHIR R5 Evidence. Only a controlled question has an effect among its statistics; a change has no
 * statistic of its own, since nothing is pooled, and a question that no study answers has none at all.
 *
 * It is a draft until somebody has signed its certainty, and it asserts nothing: what it shows and does not show is its description.
 */
export function evidenceOf(catalog: Catalog, answer: QuestionAnswer): Evidence {
  const question = questionOf(catalog, answer);
  const url = nameOfAnswer(answer);
  const rows = answerRows(catalog, answer);
  const statistic = statisticsOf(answer);
  const studyDesign = answer.kind === "effect" ? designsOf(rows) : [];
  return {
    resourceType: "Evidence",
    id: idOf(url),
    url,
    version: answer.knowledge,
    title: answer.asks,
    status: "certainty" in answer && answer.certainty.signedBy !== null ? "active" : "draft",
    description: `${answer.shows} ${answer.doesNotShow}`,
    relatedArtifact: [
      ...rows.map((row) => composedOf(answer, row)),
      ...question.grounds
        .map(({ source }) => source)
        .filter(isFirst)
        .map(justifiedBy),
    ],
    note: annotated(notesOf(answer)),
    variableDefinition: variableDefinitions(question),
    synthesisType: synthesisOf(answer),
    ...(studyDesign.length === 0 ? {} : { studyDesign }),
    ...(statistic.length === 0 ? {} : { statistic }),
    ...("certainty" in answer ? { certainty: [certaintyOfAnswer(answer.certainty)] } : {}),
  };
}

const isFirst = (one: string, i: number, all: readonly string[]): boolean => all.indexOf(one) === i;

const composedOf = (answer: QuestionAnswer, row: AnswerRow): RelatedArtifact => ({
  type: "composed-of",
  resourceReference: referenceTo(nameOfAnswerRow(answer, row), row.shown.label),
});

const justifiedBy = (source: string): RelatedArtifact => ({ type: "justification", resourceReference: referenceTo(nameOfSource(source)) });

function statisticsOf(answer: QuestionAnswer): Statistic[] {
  switch (answer.kind) {
    case "effect":
      return [pooledStatistic(answer)];
    case "proportion":
      return proportionStatistic(answer);
    default:
      return [];
  }
}

function synthesisOf(answer: QuestionAnswer): CodeableConcept {
  if (answer.kind === "effect" && answer.k > 1) return synthesis("std-MA", "summary data meta-analysis");
  if (answer.kind === "proportion" && answer.pooled !== null) return synthesis("pooled", "pooled rates");
  return NO_SYNTHESIS;
}

/** What must be read with the answer, most important first. */
function notesOf(answer: QuestionAnswer): string[] {
  return [
    ...KIND_NOTES[answer.kind],
    ...(answer.kind === "proportion" && answer.notPooled !== null ? [answer.notPooled] : []),
    ...answer.warnings,
    ...(answer.kind === "nothing-direct" ? answer.nearest.map((study) => refusedNote("Nearest", study)) : []),
    ...answer.refused.map((study) => refusedNote("Not in the answer", study)),
    `Literature last searched on ${answer.lastSearched}; ${staleAfter(answer.freshUntil)}. Knowledge ${answer.knowledge}.`,
  ];
}

const KIND_NOTES: Record<QuestionAnswer["kind"], readonly string[]> = {
  effect: [],
  change: ["Uncontrolled series, one by one: a change is not an effect, and nothing is pooled."],
  proportion: ["Series without a control group: a frequency, not an effect."],
  "nothing-direct": ["No study on file answers this question directly."],
};

const refusedNote = (how: string, { label, reasons }: RefusedStudy): string =>
  `${how}: ${label}: ${reasons.map(({ says }) => says).join("; ")}.`;

const DESIGN_CODES: Partial<Record<Study["designClass"], readonly [string, string]>> = {
  randomised: ["SEVCO:01003", "randomized assignment"],
  "non-randomised-controlled": ["SEVCO:01005", "Non-randomized assignment"],
};

/** The designs of the studies in words, with a published code where one says the same. */
function designsOf(rows: readonly AnswerRow[]): CodeableConcept[] {
  return [...new Map(rows.map(({ study }) => [designWords(study), designOf(study)])).values()];
}

export function designOf(study: Study): CodeableConcept {
  const code = DESIGN_CODES[study.designClass];
  const words = designWords(study);
  return code ? { ...coded("http://hl7.org/fhir/study-design", ...code), text: words } : worded(words);
}
