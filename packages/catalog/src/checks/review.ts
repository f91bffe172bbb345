import type { PlainDate } from "@calcar/vocabulary";
import type { Catalog } from "../catalog.ts";
import type { Finding } from "../parse/finding.ts";

/** Criteria whose day of review has passed: knowledge that nobody has looked at since it promised to be looked at. */
export const overdue = (catalog: Catalog, asOf: PlainDate): Finding[] =>
  catalog.criteria
    .filter(({ reviewBy }) => reviewBy < asOf)
    .map(({ id, reviewBy }) => ({
      file: `criteria/${id}/criterion.yaml`,
      at: ["reviewBy"],
      problem: `was due for review by ${reviewBy}`,
      expected: `a review no older than ${asOf}, signed by a later date`,
    }));
