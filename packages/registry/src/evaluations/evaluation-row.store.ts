import type { Facts } from "@calcar/guidance/schema";
import type { Tx } from "@calcar/storage";
import { HIP_COLUMNS, type HipRow, hipOf } from "../hips/hip-row.store.ts";
import type { EvaluationRecord, EvaluationSummary } from "../schema.ts";

const LAST_ANSWER = `
  left join lateral (
    select id, recommendation->>'answer' as answer, at from answer
    where answer.site_id = evaluation.site_id and answer.evaluation = evaluation.id
    order by number desc limit 1
  ) last on true`;

const SELECT_SUMMARY = `
  select evaluation.id, ${HIP_COLUMNS}, as_of as "asOf", version, updated_at as "updatedAt", updated_by as "updatedBy", facts,
         last.id as "lastId", last.answer as "lastAnswer", last.at as "lastAt"
  from evaluation
  join hip on hip.site_id = evaluation.site_id and hip.id = evaluation.hip
  join patient on patient.site_id = hip.site_id and patient.id = hip.patient
  ${LAST_ANSWER}`;

interface SummaryRow extends HipRow {
  readonly id: string;
  readonly asOf: string;
  readonly version: number;
  readonly updatedAt: Date;
  readonly updatedBy: string;
  readonly facts: Facts;
  readonly lastId: string | null;
  readonly lastAnswer: string | null;
  readonly lastAt: Date | null;
}

const summaryOf = (row: SummaryRow): EvaluationSummary => ({
  id: row.id,
  hip: hipOf(row),
  asOf: row.asOf,
  version: row.version,
  recordedFacts: Object.keys(row.facts).length,
  updatedAt: row.updatedAt.toISOString(),
  updatedBy: row.updatedBy,
  lastAnswer:
    row.lastId !== null && row.lastAnswer !== null && row.lastAt !== null
      ? { id: row.lastId, answer: row.lastAnswer, answeredAt: row.lastAt.toISOString() }
      : null,
});

/** The evaluations of a site, most recently touched first. @param limit all of them when absent */
export async function readSummaries(tx: Tx, site: string, limit: number | null = null): Promise<EvaluationSummary[]> {
  const { rows } = await tx.query<SummaryRow>(
    `${SELECT_SUMMARY} where evaluation.site_id = $1 order by updated_at desc, evaluation.id limit $2::int`,
    [site, limit],
  );
  return rows.map(summaryOf);
}

/** One evaluation with its facts and the answers given on it, first answer first; `undefined` when there is none. */
export async function readRecord(tx: Tx, site: string, id: string): Promise<EvaluationRecord | undefined> {
  const { rows } = await tx.query<SummaryRow>(`${SELECT_SUMMARY} where evaluation.site_id = $1 and evaluation.id = $2`, [site, id]);
  const row = rows[0];
  return row && { ...summaryOf(row), facts: row.facts, answers: await readAnswers(tx, site, id) };
}

type AnswerRow = Omit<EvaluationRecord["answers"][number], "answeredAt"> & { readonly at: Date };

async function readAnswers(tx: Tx, site: string, evaluation: string): Promise<EvaluationRecord["answers"]> {
  const { rows } = await tx.query<AnswerRow>(
    `select id, recommendation->>'answer' as answer, version, knowledge, at, actor as "answeredBy"
     from answer where site_id = $1 and evaluation = $2 order by number`,
    [site, evaluation],
  );
  return rows.map(({ at, ...answer }) => ({ ...answer, answeredAt: at.toISOString() }));
}
