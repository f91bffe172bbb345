import type { Pooled } from "@calcar/evidence";
import type { Row } from "../rows/sheet.ts";
import { fill, type Words } from "../words.ts";
import { estimateWords } from "./forest-rows.ts";

/** The pool without each study in turn; from three studies on, since with two, leaving one out shows the other again. */
export function leftOutRows({ leaveOneOut, studies, measure, k }: Pooled, words: Words): Row[] {
  if (k < 3) return [];
  const say = estimateWords(measure, words);
  return leaveOneOut.map(({ without, estimate, ci }) => ({
    kind: "running" as const,
    label: fill(words.without, { study: studies.find(({ id }) => id === without)?.label ?? without }),
    point: estimate,
    interval: ci,
    text: say.estimate(estimate, ci),
  }));
}
