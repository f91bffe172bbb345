import { type Db, inSite, isId, type SiteContext } from "@calcar/storage";
import { ok, type Result, refuse } from "@calcar/vocabulary";
import { type EvaluationEvent, type EvaluationState, rebuild } from "./evaluation.ts";

/** One save as it was made. */
export interface EvaluationStep extends EvaluationEvent {
  readonly at: Date;
  readonly actor: string;
}

/** Every save of an evaluation, from its opening on. @refuses not-found/evaluation */
export async function readHistory(db: Db, { site }: SiteContext, id: string): Promise<Result<readonly EvaluationStep[]>> {
  if (!isId(id)) return refuse("not-found", "evaluation");
  const { rows } = await inSite(db, site, (tx) =>
    tx.query<EvaluationStep>(
      `select version, as_of as "asOf", set, clear, at, actor from evaluation_event
       where site_id = $1 and evaluation = $2 order by version`,
      [site, id],
    ),
  );
  return rows.length > 0 ? ok(rows) : refuse("not-found", "evaluation");
}

/** What an evaluation held at an earlier version, rebuilt from its saves. @refuses not-found/evaluation, version */
export async function evaluationAt(db: Db, context: SiteContext, id: string, version: number): Promise<Result<EvaluationState>> {
  const history = await readHistory(db, context, id);
  if (!history.ok) return history;
  const state = rebuild(history.value.filter((step) => step.version <= version));
  return state?.version === version ? ok(state) : refuse("not-found", "version");
}
