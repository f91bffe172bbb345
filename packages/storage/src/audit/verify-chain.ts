import { type AuditLink, CHAIN_START, type ChainFault, type ChainHead, faultOf } from "@calcar/access";
import type { Db, Tx } from "../db.ts";
import { inSite } from "../in-site.ts";

const BATCH = 1_000;

/** A sound chain with its head, or the first link that is not sound. */
export type ChainReport =
  | { readonly ok: true; readonly links: number; readonly head: ChainHead }
  | { readonly ok: false; readonly links: number; readonly broken: { readonly sequence: number; readonly fault: ChainFault } };

/**
 * Walks the audit chain of a site from its first link to its head.
 *
 * A chain cannot show that its whole tail was rewritten together with its head. Whoever notes a head outside
 * of the database can give it as `anchor`: the chain must still go through it.
 *
 * @param anchor a head that an earlier walk gave
 * @returns `links`: how many were found sound, one after the other
 */
export async function verifyChain(db: Db, site: string, anchor?: ChainHead): Promise<ChainReport> {
  const { head, last } = await inSite(db, site, (tx) => readEnds(tx, site));
  let sound: ChainHead = { sequence: 0, hash: CHAIN_START };
  while (sound.sequence < head.sequence) {
    const after = sound.sequence;
    const batch = await inSite(db, site, (tx) => readBatch(tx, site, after, Math.min(after + BATCH, head.sequence)));
    const walked = walk(sound, batch, anchor);
    if (walked.fault) return broken(walked.sound.sequence, walked.fault);
    if (walked.sound.sequence === after) return broken(after, "removed");
    sound = walked.sound;
  }
  if (last > head.sequence) return broken(head.sequence, "appended");
  if (sound.hash !== head.hash) return broken(head.sequence - 1, "changed");
  if (anchor && anchor.sequence > head.sequence) return broken(head.sequence, "removed");
  return { ok: true, links: head.sequence, head };
}

const broken = (links: number, fault: ChainFault): ChainReport => ({ ok: false, links, broken: { sequence: links + 1, fault } });

function walk(from: ChainHead, batch: readonly AuditLink[], anchor?: ChainHead): { sound: ChainHead; fault?: ChainFault } {
  let sound = from;
  for (const stored of batch) {
    const fault = faultOf(sound, stored) ?? (isRewritten(stored, anchor) ? "changed" : undefined);
    if (fault) return { sound, fault };
    sound = stored;
  }
  return { sound };
}

const isRewritten = (stored: AuditLink, anchor?: ChainHead): boolean =>
  anchor !== undefined && anchor.sequence === stored.sequence && anchor.hash !== stored.hash;

/** One statement, so that the head and the last link are of the same moment while others write. */
async function readEnds(tx: Tx, site: string): Promise<{ head: ChainHead; last: number }> {
  const { rows } = await tx.query<{ sequence: string | null; hash: string | null; last: string | null }>(
    `select head.sequence, head.hash, (select max(sequence) from audit_link where site_id = $1) as last
     from (select 1) as one left join audit_head head on head.site_id = $1`,
    [site],
  );
  const { sequence, hash, last } = rows[0]!;
  return { head: { sequence: Number(sequence ?? 0), hash: hash ?? CHAIN_START }, last: Number(last ?? 0) };
}

interface LinkRow extends Omit<AuditLink, "sequence" | "subject"> {
  readonly sequence: string;
  readonly subjectKind: string;
  readonly subjectId: string;
}

async function readBatch(tx: Tx, site: string, after: number, upTo: number): Promise<AuditLink[]> {
  const { rows } = await tx.query<LinkRow>(
    `select site_id as site, sequence, at, actor, act, subject_kind as "subjectKind", subject_id as "subjectId", detail, previous, hash
     from audit_link where site_id = $1 and sequence > $2 and sequence <= $3 order by sequence`,
    [site, after, upTo],
  );
  return rows.map(({ subjectKind, subjectId, sequence, ...rest }) => ({
    ...rest,
    sequence: Number(sequence),
    subject: { kind: subjectKind, id: subjectId },
  }));
}
