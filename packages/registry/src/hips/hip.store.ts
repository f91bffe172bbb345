import { type ActContext, type Db, inSite, recordAct, type Tx } from "@calcar/storage";
import { ok, type Refusal, type Side } from "@calcar/vocabulary";
import { findPatient, insertPatient } from "../patients/patient.store.ts";
import { pseudonymProblems } from "../patients/pseudonym.ts";
import { type InvalidInput, invalid } from "../refusals.ts";
import type { Hip } from "../schema.ts";
import { type HipRow, hipOf, SELECT_HIP } from "./hip-row.store.ts";

/** The hip that is wanted, with ids for the patient and the hip in case they are new. */
export interface HipWanted {
  readonly pseudonym: string;
  readonly side: Side;
  readonly ids: { readonly patient: string; readonly hip: string };
}

/**
 * Gives the hip of this pseudonym and side, and makes it, and its patient, when there is none. Two people
 * asking at once get the same one.
 *
 * @refuses invalid/pseudonym when it is not one, or may give the person away
 */
export async function openHip(
  db: Db,
  context: ActContext,
  wanted: HipWanted,
): Promise<{ readonly ok: true; readonly value: Hip } | { readonly ok: false; readonly refusal: Refusal | InvalidInput }> {
  const pseudonym = wanted.pseudonym.trim();
  const problems = pseudonymProblems(pseudonym);
  if (problems.length > 0) return invalid("pseudonym", problems);
  return ok(await inSite(db, context.site, (tx) => findOrMake(tx, context, { ...wanted, pseudonym })));
}

async function findOrMake(tx: Tx, context: ActContext, { pseudonym, side, ids }: HipWanted): Promise<Hip> {
  const { site, at, actor } = context;
  const newPatient = await insertPatient(tx, context, ids.patient, pseudonym);
  const patient = await findPatient(tx, site, pseudonym);
  if (!patient) throw new Error("A patient that was just found or added is gone");
  const { rows } = await tx.query(
    `insert into hip (site_id, id, patient, side, created_at, created_by) values ($1, $2, $3, $4, $5, $6)
     on conflict (site_id, patient, side) do nothing returning id`,
    [site, ids.hip, patient.id, side, at, actor],
  );

  const act = { site, actor, at };
  if (newPatient) await recordAct(tx, { ...act, act: "patient.add", subject: { kind: "patient", id: patient.id }, detail: {} });
  if (rows.length === 1) {
    await recordAct(tx, { ...act, act: "hip.open", subject: { kind: "hip", id: ids.hip }, detail: { patient: patient.id, side } });
  }
  return readHip(tx, site, patient.id, side);
}

async function readHip(tx: Tx, site: string, patient: string, side: Side): Promise<Hip> {
  const { rows } = await tx.query<HipRow>(`${SELECT_HIP} where hip.site_id = $1 and hip.patient = $2 and hip.side = $3`, [
    site,
    patient,
    side,
  ]);
  if (!rows[0]) throw new Error("A hip that was just found or made is gone");
  return hipOf(rows[0]);
}
