import { type Db, inSite, type SiteContext } from "@calcar/storage";
import { readSummaries } from "../evaluations/evaluation-row.store.ts";
import { type HipRow, hipOf, SELECT_HIP } from "../hips/hip-row.store.ts";
import type { EvaluationSummary, Hip } from "../schema.ts";

const SHOWN = 20;

/** How much a site has on record. `unanswered` are the evaluations that nobody ever asked for an answer. */
export interface SiteCounts {
  readonly hips: number;
  readonly patients: number;
  readonly evaluations: number;
  readonly unanswered: number;
}

/** The twenty evaluations touched last, latest first, and the counts of the whole site. */
export function readOverview(db: Db, { site }: SiteContext): Promise<{ evaluations: EvaluationSummary[]; counts: SiteCounts }> {
  return inSite(db, site, async (tx) => {
    const { rows } = await tx.query<SiteCounts>(
      `select (select count(*)::int from hip where site_id = $1) as hips,
              (select count(*)::int from patient where site_id = $1) as patients,
              (select count(*)::int from evaluation where site_id = $1) as evaluations,
              (select count(*)::int from evaluation where site_id = $1 and not exists (
                 select from answer where answer.site_id = evaluation.site_id and answer.evaluation = evaluation.id)) as unanswered`,
      [site],
    );
    return { evaluations: await readSummaries(tx, site, SHOWN), counts: rows[0]! };
  });
}

/** Every hip of a site by pseudonym and side, each with its evaluations, latest first. */
export function listHips(db: Db, { site }: SiteContext): Promise<(Hip & { evaluations: EvaluationSummary[] })[]> {
  return inSite(db, site, async (tx) => {
    const { rows } = await tx.query<HipRow>(`${SELECT_HIP} where hip.site_id = $1 order by lower(pseudonym collate "C"), side`, [site]);
    const evaluations = Map.groupBy(await readSummaries(tx, site), ({ hip }) => hip.id);
    return rows.map((row) => ({ ...hipOf(row), evaluations: evaluations.get(row.hipId) ?? [] }));
  });
}
