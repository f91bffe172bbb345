import type { Evaluation, Facts, Recommendation } from "@calcar/guidance/schema";
import { type ActContext, type Db, inSite, isId, recordAct, type SiteContext, type Tx } from "@calcar/storage";
import { ok, type Result, refuse } from "@calcar/vocabulary";
import { lockEvaluation } from "../evaluations/evaluation.store.ts";
import { HIP_COLUMNS, type HipRow, hipOf } from "../hips/hip-row.store.ts";
import type { StoredAnswer } from "../schema.ts";

/**
 * Answers an evaluation and keeps the answer beside the very facts it was given on. Answers are never
 * rewritten: asking again adds another.
 *
 * @param asked `id` for the answer, `version` of the evaluation that the person saw
 * @param recommend from what the record holds to an answer; called while nobody else can save
 * @refuses not-found/evaluation
 * @refuses conflict/moved-on when somebody saved after that version
 * @refuses whatever `recommend` refuses, and then keeps nothing
 */
export async function answerEvaluation(
  db: Db,
  context: ActContext,
  asked: { readonly id: string; readonly evaluation: string; readonly version: number },
  recommend: (evaluation: Evaluation) => Result<Recommendation>,
): Promise<Result<StoredAnswer>> {
  if (!isId(asked.evaluation)) return refuse("not-found", "evaluation");
  return inSite(db, context.site, async (tx) => {
    const held = await lockEvaluation(tx, context.site, asked.evaluation);
    if (!held) return refuse("not-found", "evaluation");
    if (held.state.version !== asked.version) return refuse("conflict", "moved-on");
    const { asOf, facts } = held.state;
    const answer = recommend({ asOf, facts, side: held.side });
    if (!answer.ok) return answer;

    await insertAnswer(tx, context, asked, { asOf, facts, recommendation: answer.value });
    await recordAct(tx, {
      ...{ site: context.site, actor: context.actor, at: context.at, act: "evaluation.answer" },
      subject: { kind: "answer", id: asked.id },
      detail: { evaluation: asked.evaluation, version: asked.version, knowledge: answer.value.knowledge },
    });
    const stored = await readStored(tx, context.site, asked.id);
    if (!stored) throw new Error("An answer that was just written is gone");
    return ok(stored);
  });
}

/** An answer as it was given. @refuses not-found/answer */
export async function readAnswer(db: Db, { site }: SiteContext, id: string): Promise<Result<StoredAnswer>> {
  const found = isId(id) ? await inSite(db, site, (tx) => readStored(tx, site, id)) : undefined;
  return found ? ok(found) : refuse("not-found", "answer");
}

async function insertAnswer(
  tx: Tx,
  { site, actor, at }: ActContext,
  { id, evaluation, version }: { readonly id: string; readonly evaluation: string; readonly version: number },
  given: { readonly asOf: string; readonly facts: Facts; readonly recommendation: Recommendation },
): Promise<void> {
  await tx.query(
    `insert into answer (site_id, id, evaluation, version, number, as_of, facts, recommendation, knowledge, at, actor)
     select $1::text, $2::uuid, $3::uuid, $4::int,
            (select count(*) + 1 from answer where site_id = $1 and evaluation = $3), $5::date, $6::json, $7::json, $8, $9::timestamptz, $10`,
    [
      site,
      id,
      evaluation,
      version,
      given.asOf,
      JSON.stringify(given.facts),
      JSON.stringify(given.recommendation),
      given.recommendation.knowledge,
      at,
      actor,
    ],
  );
}

interface AnswerRow extends HipRow {
  readonly id: string;
  readonly evaluation: string;
  readonly version: number;
  readonly asOf: string;
  readonly facts: Facts;
  readonly recommendation: Recommendation;
  readonly at: Date;
  readonly actor: string;
}

async function readStored(tx: Tx, site: string, id: string): Promise<StoredAnswer | undefined> {
  const { rows } = await tx.query<AnswerRow>(
    `select answer.id, answer.evaluation, answer.version, answer.as_of as "asOf", answer.facts, recommendation, answer.at, answer.actor, ${HIP_COLUMNS}
     from answer
     join evaluation on evaluation.site_id = answer.site_id and evaluation.id = answer.evaluation
     join hip on hip.site_id = evaluation.site_id and hip.id = evaluation.hip
     join patient on patient.site_id = hip.site_id and patient.id = hip.patient
     where answer.site_id = $1 and answer.id = $2`,
    [site, id],
  );
  return rows[0] && storedOf(rows[0]);
}

const storedOf = (row: AnswerRow): StoredAnswer => ({
  id: row.id,
  evaluation: row.evaluation,
  version: row.version,
  hip: hipOf(row),
  asOf: row.asOf,
  facts: row.facts,
  recommendation: row.recommendation,
  answeredAt: row.at.toISOString(),
  answeredBy: row.actor,
});
