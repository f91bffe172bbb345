import type { Catalog } from "@calcar/catalog";
import type { RiskOfBias, Source, Study } from "@calcar/catalog/schema";
import { ok, type Result } from "@calcar/vocabulary";
import { membersOf } from "../members/question-members.ts";
import { findStudy } from "./find-study.ts";

/** A study with every source it cites and every question it answers. */
export interface StudyPage {
  study: Study;
  sources: Record<string, Source>;
  questions: string[];
  sameTrial: string[]; // other reports of the trial on file; a pool takes one of them
  riskOfBias: RiskOfBias | null; // null: nobody has assessed it
  knowledge: string;
}

/**
 * One study with its provenance.
 *
 * @param id in any case
 * @refuses not-found/study; `missing` lists ids that begin alike, or none
 */
export function studyPage(catalog: Catalog, id: string): Result<StudyPage> {
  const found = findStudy(catalog, id);
  if (!found.ok) return found;
  const study = found.value;
  const cited = citedSources(study, catalog.riskOfBias.get(study.id)).flatMap((source) => catalog.sources.get(source) ?? []);
  return ok({
    study,
    sources: Object.fromEntries(cited.map((source) => [source.id, source])),
    questions: [...catalog.questions.values()]
      .filter((question) => membersOf(catalog, question).members.some((member) => member.study.id === study.id))
      .map((question) => question.id),
    sameTrial: [...catalog.studies.values()]
      .filter(({ id: other, trialFamily }) => trialFamily === study.trialFamily && other !== study.id)
      .map((report) => report.id),
    riskOfBias: catalog.riskOfBias.get(study.id) ?? null,
    knowledge: catalog.version,
  });
}

/** Every source id that the study names, the first report first. */
function citedSources(study: Study, riskOfBias: RiskOfBias | undefined): string[] {
  const grounds = [
    ...study.outcomes.map(({ ground }) => ground),
    ...(study.adverseEvents ? [study.adverseEvents.ground] : []),
    ...(study.participants ?? []).map(({ ground }) => ground),
    ...(study.discrepancies ?? []).flatMap((discrepancy) => discrepancy.grounds ?? []),
    ...(riskOfBias?.assessments ?? []).flatMap(({ domains }) => domains.map(({ ground }) => ground)),
  ];
  const found = (study.discrepancies ?? []).flatMap(({ foundIn }) => foundIn ?? []);
  return [...new Set([study.source, ...(study.otherSources ?? []), ...grounds.map(({ source }) => source), ...found])];
}
