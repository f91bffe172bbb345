import { egger } from "@calcar/statistics";
import type { Pooled } from "../schema.ts";
import type { WeighedRow } from "./synthesis.ts";

/** Below this many studies a test for small-study effects cannot tell bias from chance. @source sterne-2011 */
export const LEAST_FOR_SMALL_STUDY_TEST = 10;

/**
 * Whether small studies show larger effects: regression of the effects on their standard errors (Egger's test in its
 * mixed-effects form).
 *
 * @refuses within its answer, with the reason: not-applicable/too-few-studies below ten; not-applicable/no-spread when all
 *   studies are equally precise
 */
export function smallStudyOf(rows: readonly WeighedRow[]): Pooled["smallStudy"] {
  const k = rows.length;
  if (k < LEAST_FOR_SMALL_STUDY_TEST)
    return refused(
      "too-few-studies",
      `A test for small-study effects needs ${LEAST_FOR_SMALL_STUDY_TEST} studies or more; here ${k === 1 ? "is 1" : `are ${k}`}.`,
    );
  const request = { yi: rows.map(({ yi }) => yi), vi: rows.map(({ vi }) => vi) };
  const test = egger({ ...request, predictor: "sei", model: "mixed", tau2: "REML" });
  if (!test.ok) return refused("no-spread", "The studies are equally precise, so small cannot be told from large.");
  return { test: "Egger, mixed effects (REML), on the standard error", z: test.value.stat, p: test.value.p };
}

const refused = (code: string, reason: string) => ({ refused: { kind: "not-applicable", code, reason } });
