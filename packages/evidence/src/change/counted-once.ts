import type { ChangeRow } from "../schema.ts";

/** Patients or hips counted over all studies, each study once with its largest row; null when a study does not say. */
export function countedOnce(series: readonly ChangeRow[]): number | null {
  const studies = [...Map.groupBy(series, ({ id }) => id).values()];
  const counts = studies.map((rows) => rows.reduce<number | null>((most, { n }) => (n === null ? most : Math.max(n, most ?? 0)), null));
  return counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + count!, 0);
}
