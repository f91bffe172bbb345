import { type AuditAct, CHAIN_START, type ChainHead, link } from "@calcar/access";
import type { Tx } from "../db.ts";

/**
 * Writes one act into the chain of its site, in the transaction of the act itself: if the link cannot be
 * written, the act did not happen. Writers of one site queue here until the first has committed, which keeps
 * the numbers free of gaps; so write it last.
 *
 * @param tx of `inSite` with the site of the act
 * @param act its detail holds ids, versions and codes; no fact of a patient, no secret
 */
export async function recordAct(tx: Tx, act: AuditAct): Promise<void> {
  const { sequence, previous, hash, ...sealed } = link(await lockHead(tx, act.site), act);
  await tx.query(
    `insert into audit_link (site_id, sequence, at, actor, act, subject_kind, subject_id, detail, previous, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8::json, $9, $10)`,
    [
      sealed.site,
      sequence,
      sealed.at,
      sealed.actor,
      sealed.act,
      sealed.subject.kind,
      sealed.subject.id,
      JSON.stringify(sealed.detail),
      previous,
      hash,
    ],
  );
  await tx.query(`update audit_head set sequence = $2, hash = $3 where site_id = $1`, [sealed.site, sequence, hash]);
}

async function lockHead(tx: Tx, site: string): Promise<ChainHead> {
  const read = `select sequence, hash from audit_head where site_id = $1 for update`;
  const found = (await tx.query<{ sequence: string; hash: string }>(read, [site])).rows[0];
  if (found) return { sequence: Number(found.sequence), hash: found.hash };

  await tx.query(`insert into audit_head (site_id, sequence, hash) values ($1, 0, $2) on conflict do nothing`, [site, CHAIN_START]);
  const made = (await tx.query<{ sequence: string; hash: string }>(read, [site])).rows[0];
  if (!made) throw new Error("recordAct needs the transaction of the site whose act it is");
  return { sequence: Number(made.sequence), hash: made.hash };
}
