import type { Catalog } from "@calcar/catalog";
import type { QuestionAnswer } from "../../schema.ts";
import { type AnswerRow, changeRows, effectRows, proportionRows, questionOf } from "../answer-rows.ts";
import { changeStatistics } from "./change-statistics.ts";
import { annotated, idOf, nameOfAnswer, nameOfRow, nameOfSource, referenceTo, worded } from "./names.ts";
import type { Evidence, Statistic } from "./r5.ts";
import { rowProportion, studyStatistics } from "./statistics.ts";
import { variableDefinitions } from "./variables.ts";

/** The name of the Evidence of a row: one study of a pool, or one outcome of one arm. */
export const nameOfAnswerRow = (answer: QuestionAnswer, { study, outcomes }: AnswerRow): string =>
  nameOfRow(answer, answer.kind === "change" ? `${study.id}-${outcomes[0]!.id}` : study.id);

/** Every row of an answer as a FHIR R5 Evidence of its own, with the numbers of its arms and the sources they were read in. */
export function rowEvidences(catalog: Catalog, answer: QuestionAnswer): Evidence[] {
  const made = (row: AnswerRow, statistics: readonly Statistic[]) => rowEvidence(catalog, answer, row, statistics);
  switch (answer.kind) {
    case "effect":
      return effectRows(catalog, answer).map((row) => made(row, studyStatistics(answer, row.shown)));
    case "change":
      return changeRows(catalog, answer).map((row) => made(row, changeStatistics(row.shown)));
    case "proportion":
      return proportionRows(catalog, answer).map((row) => made(row, [rowProportion(row.shown)]));
    case "nothing-direct":
      return [];
  }
}

function rowEvidence(catalog: Catalog, answer: QuestionAnswer, row: AnswerRow, statistic: readonly Statistic[]): Evidence {
  const { study, shown } = row;
  const url = nameOfAnswerRow(answer, row);
  return {
    resourceType: "Evidence",
    id: idOf(url),
    url,
    version: answer.knowledge,
    title: `${shown.label}: ${study.title}`,
    status: "draft",
    relatedArtifact: [
      { type: "part-of", resourceReference: referenceTo(nameOfAnswer(answer), answer.asks) },
      ...sourcesOf(row).map((source) => ({ type: "derived-from" as const, resourceReference: referenceTo(nameOfSource(source)) })),
    ],
    note: annotated(notesOf(row)),
    variableDefinition: variableDefinitions(questionOf(catalog, answer)),
    studyDesign: [worded(shown.design)],
    ...(statistic.length === 0 ? {} : { statistic }),
  };
}

/** The report of the study, and every source that a number of this row was read in. */
export const sourcesOf = ({ study, outcomes }: AnswerRow): string[] => [
  ...new Set([study.source, ...outcomes.map(({ ground }) => ground.source)]),
];

function notesOf({ shown, outcomes }: AnswerRow): string[] {
  return [
    ...("product" in shown ? [`What was given: ${shown.product}. One arm without a control group.`] : []),
    ...("timepoint" in shown ? [`Measured: ${shown.timepoint}.`] : []),
    `Numbers checked against: ${shown.verified.replace("-", " ")} (${[...new Set(outcomes.map(({ ground }) => ground.at ?? "place not stated"))].join("; ")}).`,
    ...shown.beyond.map((says) => `Let in by the reader though it differs from the question: ${says}.`),
    ...(shown.note === undefined ? [] : [shown.note]),
    ...(shown.riskOfBias === null ? ["Nobody has assessed the risk of bias."] : []),
  ];
}
