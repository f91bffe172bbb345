import type { Catalog } from "@calcar/catalog";
import type { AnyCoordinates, Trial } from "@calcar/catalog/schema";
import type { Pooled } from "../schema.ts";
import { pText } from "../words/number-text.ts";
import { type Judged, judged } from "./judged.ts";

const SMALL_STUDY_P = 0.1;
const ENDED: readonly Trial["status"][] = ["completed", "terminated", "suspended", "unknown"];

/**
 * Publication bias, from a test of small-study effects where there are ten studies, and from the registered trials of this
 * population that ended without a report on file. Never "not serious" on the strength of silence.
 *
 * @source sterne-2011
 */
export function publicationBiasDomain(catalog: Catalog, { population }: AnyCoordinates, smallStudy: Pooled["smallStudy"]): Judged {
  const unreported = [...catalog.trials.values()].filter(
    ({ joint, disease, phase, status, study }) =>
      study === undefined &&
      ENDED.includes(status) &&
      population.joint.includes(joint) &&
      population.disease.includes(disease) &&
      (phase === undefined || population.phase === undefined || population.phase.includes(phase)),
  );
  const registered =
    unreported.length === 0 ? "" : ` Registered and ended without a report on file: ${unreported.map(({ number }) => number).join(", ")}.`;
  if ("refused" in smallStudy) {
    const reason = `${smallStudy.refused.reason}${registered}`;
    return unreported.length > 0
      ? judged("serious", reason)
      : judged("not-assessed", `${reason} No ended trial without a report is on file.`);
  }
  const says = `${smallStudy.test}: p ${pText(smallStudy.p)}.${registered}`;
  return judged(smallStudy.p < SMALL_STUDY_P || unreported.length > 0 ? "serious" : "not-serious", says);
}
