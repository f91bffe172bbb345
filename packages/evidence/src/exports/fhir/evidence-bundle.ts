import type { Catalog } from "@calcar/catalog";
import type { QuestionAnswer } from "../../schema.ts";
import { answerRows, questionOf } from "../answer-rows.ts";
import { assessmentOf, nameOfAssessment } from "./assessment.ts";
import { citationOf } from "./citation.ts";
import { evidenceOf } from "./evidence.ts";
import { nameOfSource } from "./names.ts";
import type { Entry, R5Bundle } from "./r5.ts";
import { nameOfAnswerRow, rowEvidences, sourcesOf } from "./row-evidence.ts";
import { variableResources } from "./variables.ts";

/**
 * An answer as a FHIR R5 Bundle: the Evidence first, its variables, an Evidence for each row, the risk of bias of each, and a
 * Citation of every source that is leaned on. Everything refers to an entry of the same Bundle, by our own names.
 *
 * @param answer of this very catalog
 * @returns a collection; a change or a frequency is told as what it is and carries no effect, no comparator and no mean difference
 * @source hl7-fhir-r5
 */
export function evidenceBundle(catalog: Catalog, answer: QuestionAnswer): R5Bundle {
  const named = [
    evidenceOf(catalog, answer),
    ...variableResources(questionOf(catalog, answer), answer.knowledge),
    ...rowEvidences(catalog, answer),
  ];
  const entry: Entry[] = [
    ...named.map((resource) => ({ fullUrl: resource.url, resource })),
    ...assessments(catalog, answer),
    ...citations(catalog, answer),
  ];
  return { resourceType: "Bundle", type: "collection", entry };
}

const assessments = (catalog: Catalog, answer: QuestionAnswer): Entry[] =>
  answerRows(catalog, answer).flatMap((row) => {
    const name = nameOfAnswerRow(answer, row);
    const { riskOfBias, label } = row.shown;
    return riskOfBias === null ? [] : [{ fullUrl: nameOfAssessment(name), resource: assessmentOf(riskOfBias, name, label) }];
  });

function citations(catalog: Catalog, answer: QuestionAnswer): Entry[] {
  const ofRows = answerRows(catalog, answer).flatMap(sourcesOf);
  const ofQuestion = questionOf(catalog, answer).grounds.map(({ source }) => source);
  return [...new Set([...ofRows, ...ofQuestion])].map((id) => {
    const source = catalog.sources.get(id);
    if (!source) throw new Error(`the catalog has no source ${id}`);
    return { fullUrl: nameOfSource(id), resource: citationOf(source, answer.knowledge) };
  });
}
