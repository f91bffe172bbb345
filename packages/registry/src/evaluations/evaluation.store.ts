import type { Facts } from "@calcar/guidance/schema";
import { type ActContext, type Db, inSite, isId, recordAct, type SiteContext, type Tx } from "@calcar/storage";
import { ok, type PlainDate, type Refusal, type Result, refuse, type Side } from "@calcar/vocabulary";
import type { InvalidInput } from "../refusals.ts";
import type { EvaluationRecord, Save } from "../schema.ts";
import { apply, decideSave, type EvaluationEvent, type EvaluationState, openEvaluation, type ValidateFacts } from "./evaluation.ts";
import { readRecord } from "./evaluation-row.store.ts";

/** Somebody else saved in between: what the record holds now. */
export interface MovedOn extends Refusal {
  readonly kind: "conflict";
  readonly theirs: EvaluationRecord;
}

export type Saved =
  | { readonly ok: true; readonly value: EvaluationRecord }
  | { readonly ok: false; readonly refusal: Refusal | InvalidInput | MovedOn };

/**
 * Opens an evaluation of a hip, at version 1 and without a fact.
 *
 * @param opened.id a new id
 * @refuses not-found/hip
 * @refuses invalid/evaluation when the day is in the future
 */
export async function createEvaluation(
  db: Db,
  context: ActContext,
  opened: { readonly id: string; readonly hip: string; readonly asOf: PlainDate },
): Promise<Saved> {
  const event = openEvaluation(opened.asOf, context.at);
  if (!event.ok) return event;
  return inSite(db, context.site, async (tx) => {
    if (!(await hasHip(tx, context.site, opened.hip))) return refuse("not-found", "hip");
    await tx.query(
      `insert into evaluation (site_id, id, hip, version, as_of, facts, created_at, created_by, updated_at, updated_by)
       values ($1, $2, $3, 1, $4, '{}', $5, $6, $5, $6)`,
      [context.site, opened.id, opened.hip, opened.asOf, context.at, context.actor],
    );
    await insertEvent(tx, context, opened.id, event.value);
    await record(tx, context, "evaluation.create", { id: opened.id, detail: { hip: opened.hip } });
    return ok(await mustRead(tx, context.site, opened.id));
  });
}

/**
 * Saves an evaluation as it is filled in: one row of history, the next version, all or nothing.
 *
 * @param save `version` is the one that its writer had read
 * @param validate names what is wrong with the facts as they would be; nothing is stored when it names anything
 * @refuses not-found/evaluation
 * @refuses conflict/moved-on with `theirs`, when somebody else saved in between
 * @refuses invalid/evaluation with every problem
 */
export async function saveEvaluation(
  db: Db,
  context: ActContext,
  { id, save }: { readonly id: string; readonly save: Save },
  validate: ValidateFacts,
): Promise<Saved> {
  if (!isId(id)) return refuse("not-found", "evaluation");
  return inSite(db, context.site, async (tx) => {
    const held = await lockEvaluation(tx, context.site, id);
    if (!held) return refuse("not-found", "evaluation");
    const decision = decideSave(held, save, validate, context.at);
    if (!decision.ok) return decision.refusal.kind === "conflict" ? movedOn(await mustRead(tx, context.site, id)) : decision;

    await writeState(tx, context, id, apply(held.state, decision.value));
    await insertEvent(tx, context, id, decision.value);
    await record(tx, context, "evaluation.save", { id, detail: { version: decision.value.version } });
    return ok(await mustRead(tx, context.site, id));
  });
}

/** @refuses not-found/evaluation */
export async function readEvaluation(db: Db, { site }: SiteContext, id: string): Promise<Result<EvaluationRecord>> {
  const found = isId(id) ? await inSite(db, site, (tx) => readRecord(tx, site, id)) : undefined;
  return found ? ok(found) : refuse("not-found", "evaluation");
}

/** Reads an evaluation and holds it until the transaction ends; `undefined` when there is none. */
export async function lockEvaluation(
  tx: Tx,
  site: string,
  id: string,
): Promise<{ readonly state: EvaluationState; readonly side: Side } | undefined> {
  const { rows } = await tx.query<{ version: number; asOf: string; facts: Facts; side: Side }>(
    `select version, as_of as "asOf", facts, side from evaluation
     join hip on hip.site_id = evaluation.site_id and hip.id = evaluation.hip
     where evaluation.site_id = $1 and evaluation.id = $2 for update of evaluation`,
    [site, id],
  );
  if (!rows[0]) return undefined;
  const { side, ...state } = rows[0];
  return { state, side };
}

const movedOn = (theirs: EvaluationRecord): { readonly ok: false; readonly refusal: MovedOn } => ({
  ok: false,
  refusal: { kind: "conflict", code: "moved-on", theirs },
});

async function hasHip(tx: Tx, site: string, hip: string): Promise<boolean> {
  if (!isId(hip)) return false;
  const { rows } = await tx.query(`select id from hip where site_id = $1 and id = $2`, [site, hip]);
  return rows.length === 1;
}

async function mustRead(tx: Tx, site: string, id: string): Promise<EvaluationRecord> {
  const found = await readRecord(tx, site, id);
  if (!found) throw new Error("An evaluation that was just written is gone");
  return found;
}

async function writeState(tx: Tx, { site, at, actor }: ActContext, id: string, state: EvaluationState): Promise<void> {
  await tx.query(
    `update evaluation set version = $3, as_of = $4, facts = $5::json, updated_at = $6, updated_by = $7 where site_id = $1 and id = $2`,
    [site, id, state.version, state.asOf, JSON.stringify(state.facts), at, actor],
  );
}

async function insertEvent(tx: Tx, { site, at, actor }: ActContext, id: string, event: EvaluationEvent): Promise<void> {
  await tx.query(
    `insert into evaluation_event (site_id, evaluation, version, as_of, set, clear, at, actor)
     values ($1, $2, $3, $4, $5::json, $6::json, $7, $8)`,
    [site, id, event.version, event.asOf, JSON.stringify(event.set), JSON.stringify(event.clear), at, actor],
  );
}

function record(
  tx: Tx,
  { site, actor, at }: ActContext,
  act: string,
  { id, detail }: { readonly id: string; readonly detail: Readonly<Record<string, string | number>> },
): Promise<void> {
  return recordAct(tx, { site, actor, at, act, subject: { kind: "evaluation", id }, detail });
}
