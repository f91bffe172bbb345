import { cumulative } from "@calcar/statistics";
import { ok, type Result, refuse } from "@calcar/vocabulary";
import type { Pooled } from "../schema.ts";
import { sizeOfArm } from "./arm-size.ts";
import { naturalScale } from "./natural-scale.ts";

/** The pool as it stood when one more study had been published. Estimate and interval are on the natural scale. */
export interface CumulatedStudy {
  readonly added: string; // id of the study that came in
  readonly label: string;
  readonly year: number;
  readonly k: number;
  readonly n: number; // in both arms of these studies
  readonly estimate: number;
  readonly ci: readonly [number, number];
  readonly p: number;
  readonly tau2: number;
}

/**
 * Cumulative meta-analysis: the studies of an answer pooled again as they were published, with the answer's own methods. The
 * last row is the answer. Studies of one year come in the order of the answer.
 *
 * @refuses not-applicable/too-few-studies for a single study; incomplete/year when a study states no year, with `missing`
 *   naming each; as statistics' cumulative
 */
export function cumulativeByYear({ studies, measure, tau2Method, ciMethod }: Pooled): Result<readonly CumulatedStudy[]> {
  if (studies.length < 2) return refuse("not-applicable", "too-few-studies");
  const undated = studies.filter(({ year }) => year === undefined).map(({ id }) => id);
  if (undated.length > 0) return refuse("incomplete", "year", undated);
  const running = cumulative({
    yi: studies.map(({ yi }) => yi),
    vi: studies.map(({ vi }) => vi),
    orderBy: studies.map(({ year }) => year!),
    tau2: tau2Method === "FE" ? "EE" : tau2Method,
    ci: ciMethod,
  });
  if (!running.ok) return running;
  const { value, interval } = naturalScale(measure);
  let n = 0;
  return ok(
    running.value.map(({ added, k, estimate, ci, p, tau2 }) => {
      const { id, label, year, intervention, comparator } = studies[added]!;
      n += sizeOfArm(intervention) + sizeOfArm(comparator);
      return { added: id, label, year: year!, k, n, estimate: value(estimate), ci: interval(ci), p, tau2 };
    }),
  );
}
