import type { Catalog } from "@calcar/catalog";
import type { RiskOfBias, Source, Study } from "@calcar/catalog/schema";
import { ok, type Result } from "@calcar/vocabulary";
import type { Miss } from "../members/miss.ts";
import { membersOf } from "../members/question-members.ts";
import { type NotFound, notFoundAbout } from "../registers/searched-in-vain.ts";
import { findStudy } from "./find-study.ts";

/** A question that a study is not in, with every reason. */
export interface NearQuestion {
  id: string;
  asks: string;
  reasons: Miss[];
}

/** A study with every source it cites and every question it answers. */
export interface StudyPage {
  study: Study;
  sources: Record<string, Source>;
  questions: string[];
  near: NearQuestion[]; // questions that it came near without being in them
  notFound: NotFound[]; // what was looked for about it in vain
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
  const memberships = [...catalog.questions.values()].map((question) => ({ question, ...membersOf(catalog, question) }));
  const isThis = (entry: { readonly study: Study }): boolean => entry.study.id === study.id;
  const cited = citedSources(study, catalog.riskOfBias.get(study.id)).flatMap((source) => catalog.sources.get(source) ?? []);
  return ok({
    study,
    sources: Object.fromEntries(cited.map((source) => [source.id, source])),
    questions: memberships.filter(({ members }) => members.some(isThis)).map(({ question }) => question.id),
    near: memberships.flatMap(({ question: { id: near, asks }, refused }) =>
      refused.filter(isThis).map(({ misses }) => ({ id: near, asks: asks.en, reasons: [...misses] })),
    ),
    notFound: notFoundAbout(catalog, study.id),
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
