import { type ActContext, type Db, inSite, type SiteContext, type Tx } from "@calcar/storage";
import type { Side } from "@calcar/vocabulary";

export interface Patient {
  readonly id: string;
  readonly pseudonym: string;
  readonly sides: readonly Side[];
}

/** The patients of a site in the order of their pseudonyms, each with the sides that have a record. */
export async function listPatients(db: Db, { site }: SiteContext): Promise<Patient[]> {
  const { rows } = await inSite(db, site, (tx) =>
    tx.query<Patient>(
      `select patient.id, pseudonym, coalesce(array_agg(side order by side) filter (where side is not null), '{}') as sides
       from patient left join hip on hip.site_id = patient.site_id and hip.patient = patient.id
       where patient.site_id = $1
       group by patient.site_id, patient.id
       order by lower(pseudonym collate "C"), patient.id`,
      [site],
    ),
  );
  return rows;
}

/** The patient of this pseudonym, however its letters are cased; `undefined` when there is none. */
export async function findPatient(tx: Tx, site: string, pseudonym: string): Promise<{ id: string; pseudonym: string } | undefined> {
  const { rows } = await tx.query<{ id: string; pseudonym: string }>(
    `select id, pseudonym from patient where site_id = $1 and lower(pseudonym collate "C") = lower($2::text collate "C")`,
    [site, pseudonym],
  );
  return rows[0];
}

/** Adds a patient unless somebody else just did. @returns whether it was added */
export async function insertPatient(tx: Tx, { site, actor, at }: ActContext, id: string, pseudonym: string): Promise<boolean> {
  const { rows } = await tx.query(
    `insert into patient (site_id, id, pseudonym, created_at, created_by) values ($1, $2, $3, $4, $5)
     on conflict (site_id, lower(pseudonym collate "C")) do nothing returning id`,
    [site, id, pseudonym, at, actor],
  );
  return rows.length === 1;
}
