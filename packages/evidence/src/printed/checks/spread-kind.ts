import { type Interval, overlap } from "@calcar/statistics";
import { around, shown, shownRange } from "../figures.ts";
import type { StatementOf } from "../statement.ts";
import { agrees, cannotSay, disagrees, type Verdict } from "../verdict.ts";
import { seOfInterval } from "./se-of-interval.ts";

type Mean = StatementOf<"mean">;

/** Whether what is printed as a standard deviation is one, or a standard error in its place. */
export function checkSpreadKind(statement: Mean): Verdict[] {
  return [...againstInterval(statement), ...againstTypical(statement)];
}

function againstInterval({ sd, interval, n }: Mean): Verdict[] {
  if (sd === undefined || !interval) return [];
  const ses = seOfInterval(interval, n);
  if (n === undefined) return [cannotSay("sd-and-interval", `SD ${sd} and an interval`, ["how many were averaged"])];
  const sds = ses.map((se): Interval => [se[0] * Math.sqrt(n), se[1] * Math.sqrt(n)]);
  if (sds.some((range) => overlap(range, around(sd)))) return [agrees("sd-and-interval", `SD ${sd} in ${n} fits the interval`)];
  const gives = `an SD of ${shownRange(sds.at(-1)!)}`;
  if (ses.some((range) => overlap(range, around(sd))))
    return [disagrees("sd-is-no-se", `${sd} is printed as SD and is the standard error of the interval`, [gives])];
  return [
    disagrees("sd-and-interval", `SD ${sd} in ${n} does not fit the interval, which gives ${gives}`, [
      gives,
      "an interval from a model, not from this SD: say so",
    ]),
  ];
}

const NEAR = 2; // an SD of a score differs between cohorts, seldom by more than twice

/**
 * A spread far below what the score has elsewhere, and just what a standard error would be. Arithmetic cannot prove it, so this
 * never says more than that it cannot say.
 */
function againstTypical({ sd, n, typicalSd }: Mean): Verdict[] {
  if (sd === undefined || typicalSd === undefined) return [];
  const [low, high] = around(sd);
  if (high >= typicalSd / NEAR) return [agrees("sd-is-no-se", `SD ${sd} is of the size that this score has elsewhere (${typicalSd})`)];
  if (n === undefined) return [cannotSay("sd-is-no-se", `SD ${sd} is far below ${typicalSd}`, ["how many were averaged"])];
  const asSe: Interval = [low * Math.sqrt(n), high * Math.sqrt(n)];
  const fits = overlap(asSe, [typicalSd / NEAR, typicalSd * NEAR]);
  const says = fits
    ? `SD ${sd} is far below ${typicalSd}; read as a standard error it would be an SD of ${shownRange(asSe)}`
    : `SD ${sd} is far below ${shown(typicalSd)}`;
  return [cannotSay("sd-is-no-se", says, ["whether it is a standard deviation or a standard error"])];
}
