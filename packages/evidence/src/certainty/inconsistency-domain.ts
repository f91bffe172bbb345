import { noEffect } from "../effects/natural-scale.ts";
import type { Pooled } from "../schema.ts";
import { numberText } from "../words/number-text.ts";
import { type Judged, judged } from "./judged.ts";

const SUBSTANTIAL = 50; // per cent
const CONSIDERABLE = 75;

type Numbers = Pick<Pooled, "k" | "i2" | "pi" | "ci" | "measure">;

/**
 * Inconsistency from I2 and the prediction interval: considerable heterogeneity is very serious; substantial, or a prediction
 * interval that turns a clear result unclear, is serious.
 *
 * @source higgins-thompson-2002, project-default
 */
export function inconsistencyDomain({ k, i2, pi, ci, measure }: Numbers): Judged {
  if (k === 1) return judged("not-assessed", "One study cannot disagree with itself.");
  const says = `I² ${numberText(i2, 0)}% in ${k} studies`;
  const few = k === 2 ? "; two studies cannot say more" : "";
  const none = noEffect(measure);
  const isClear = (interval: readonly [number, number]) => interval[0] > none || interval[1] < none;
  const turns = pi !== null && isClear(ci) && !isClear(pi);
  if (i2 >= CONSIDERABLE) return judged("very-serious", `${says}, considerable${few}.`);
  if (i2 >= SUBSTANTIAL) return judged("serious", `${says}, substantial${few}.`);
  if (turns)
    return judged("serious", `${says}, and the prediction interval holds no difference although the confidence interval does not.`);
  return judged("not-serious", `${says}${few}.`);
}
