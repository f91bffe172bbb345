import type { Catalog } from "@calcar/catalog";
import type { Outcome, Source } from "@calcar/catalog/schema";
import type { ArmNumbers, ChangeRow, PooledStudy, ProportionRow, QuestionAnswer } from "../schema.ts";
import { type AnswerRow, answerRows } from "./answer-rows.ts";

/** What is told of each arm, in this order. */
export const ARM_COLUMNS = [
  "question",
  "kind",
  "study",
  "label",
  "year",
  "design",
  "role",
  "arm",
  "outcome",
  "instrument",
  "scale",
  "months",
  "timepoint",
  "counted",
  "events",
  "total",
  "statistic",
  "mean",
  "sd",
  "n",
  "before",
  "after",
  "change",
  "change_derived",
  "beyond_question",
  "verified",
  "source",
  "at",
  "doi",
  "pmid",
  "url",
  "derivation",
  "note",
  "last_searched",
  "fresh_until",
  "knowledge",
] as const;
export type ArmColumn = (typeof ARM_COLUMNS)[number];

/** One arm of one study of an answer. A column that has no meaning for it, or that no text states, is absent. */
export type ArmRecord = Partial<Record<ArmColumn, string | number>>;

/**
 * The arms an answer was made from, one record each, with where every number was read and how far it was checked.
 *
 * Numbers are those the answer used: on the scale it shows. A series without a control group has the role "series" and never a
 * comparator; an answer without studies has no records.
 */
export const armRecords = (catalog: Catalog, answer: QuestionAnswer): ArmRecord[] =>
  answerRows(catalog, answer).flatMap((row) =>
    row.outcomes.map((outcome, i) => ({
      question: answer.question,
      kind: answer.kind,
      ...studyColumns(row),
      ...placeColumns(outcome),
      ...(answer.kind === "effect" ? { counted: answer.counted } : {}),
      ...numberColumns(row.shown, i),
      ...provenanceColumns(outcome, catalog.sources.get(outcome.ground.source)),
      ...stated({ note: row.shown.note ?? outcome.note }),
      last_searched: answer.lastSearched,
      ...stated({ fresh_until: answer.freshUntil }),
      knowledge: answer.knowledge,
    })),
  );

const studyColumns = ({ study, shown }: AnswerRow): ArmRecord => ({
  study: study.id,
  label: shown.label,
  ...stated({ year: shown.year }),
  design: shown.design,
  ...(shown.beyond.length === 0 ? {} : { beyond_question: shown.beyond.join("; ") }),
});

const placeColumns = ({ arm, name, instrument, months, timepoint }: Outcome): ArmRecord => ({
  outcome: name,
  ...stated({ arm, instrument, months, timepoint }),
});

function numberColumns(shown: PooledStudy | ChangeRow | ProportionRow, i: number): ArmRecord {
  if ("intervention" in shown)
    return i === 0 ? { role: "intervention", ...armColumns(shown.intervention) } : { role: "comparator", ...armColumns(shown.comparator) };
  if ("events" in shown) return { role: "series", counted: shown.of, events: shown.events, total: shown.total };
  const { scale, statistic, before, after, change, changeDerived, n } = shown;
  return {
    role: "series",
    scale,
    statistic,
    ...stated({ before, after, change, n }),
    ...(change === null ? {} : { change_derived: changeDerived ? "yes" : "no" }),
  };
}

const armColumns = (arm: ArmNumbers): ArmRecord =>
  "events" in arm ? { events: arm.events, total: arm.total } : { statistic: "mean", mean: arm.mean, sd: arm.sd, n: arm.n };

const provenanceColumns = ({ ground, derivation, url }: Outcome, source: Source | undefined): ArmRecord => ({
  verified: ground.verified,
  source: ground.source,
  ...stated({ at: ground.at, doi: source?.doi, pmid: source?.pmid, url: url ?? source?.url, derivation }),
});

/** Only what is stated: unknown is neither zero nor an empty word. */
const stated = (columns: Partial<Record<ArmColumn, string | number | null | undefined>>): ArmRecord =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined && value !== null)) as ArmRecord;
