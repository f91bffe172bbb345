import type { Outcome } from "@calcar/catalog/schema";
import { scoreOf } from "../convert/score.ts";
import type { Score } from "../convert/score-shape.ts";
import type { Named } from "../convert/write-step.ts";
import type { OutcomeDraftOf } from "../draft/outcome-draft.ts";
import { basisOf, joined } from "./basis.ts";
import { type Ledger, maybe, present, stated } from "./ledger.ts";
import { type Built, type Place, stepsSince } from "./outcome-built.ts";
import { checkOnScale, type Ends } from "./plausible.ts";

/** A value of one arm at one time. A median that is kept is carried as reported: no mean is made of it. */
export function valueOutcome(ledger: Ledger, { field, placed }: Place, draft: OutcomeDraftOf<"value">): Built | undefined {
  const isBaseline = stated(ledger, `${field}.isBaseline`, draft.isBaseline, "true before treatment, false after");
  const report = stated(ledger, `${field}.report`, draft.report, "what the paper reports: a mean with its spread, or a median");
  const since = ledger.steps.length;
  const score = report && scoreOf(ledger, `${field}.report`, report);
  if (score) checkOnScale(ledger, `${field}.report`, score, endsOf(placed?.scale));
  if (!score || !placed || isBaseline === undefined) return undefined;
  const { ground, note, comments } = basisOf([...score.figures, ...sizeOf(score)]);
  const steps = stepsSince(ledger, since);
  const common = { ground, derivation: steps.derivation, note: joined(maybe(draft.note), note) };
  const outcome: Outcome =
    score.mean === undefined
      ? present({ type: "reported" as const, ...placed, n: score.n, measure: "median", ...quantilesOf(score), ...common })
      : present({
          type: "value" as const,
          ...placed,
          isBaseline,
          mean: score.mean,
          ...spreadOf(score),
          interval: pair(score.interval),
          n: score.n,
          ...common,
        });
  return { outcome, size: score.n, comments: [...comments, ...steps.comments] };
}

export const endsOf = (scale: { min?: number | undefined; max?: number | undefined } | undefined): Ends =>
  scale?.min === undefined || scale.max === undefined ? undefined : [scale.min, scale.max];

export const sizeOf = ({ size }: Score): Named[] => (size ? [["n", size]] : []);

export const pair = (interval: readonly [number, number] | undefined): [number, number] | undefined =>
  interval && [interval[0], interval[1]];

type Spread = Pick<Extract<Outcome, { type: "value" }>, "sd" | "dispersion" | "dispersionType">;

/** A standard error stays one in the file, as it is printed: the pool converts it. An unexplained spread is never a standard deviation. */
function spreadOf({ sd, se, unclear }: Score): Spread {
  if (se !== undefined) return { dispersion: se, dispersionType: "SE" };
  if (sd !== undefined) return { sd, dispersionType: "SD" };
  return unclear === undefined ? { dispersionType: "none" } : { dispersion: unclear, dispersionType: "unclear" };
}

function quantilesOf({ quantiles }: Score): Pick<Extract<Outcome, { type: "reported" }>, "value" | "extra"> {
  const { median, quartiles, extremes } = quantiles!;
  const extra = { ...(quartiles && { q1: quartiles[0], q3: quartiles[1] }), ...(extremes && { min: extremes[0], max: extremes[1] }) };
  return { value: median, ...(Object.keys(extra).length > 0 && { extra }) };
}
