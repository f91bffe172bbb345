import { isSymmetric } from "@calcar/statistics";
import type { StatementOf } from "../statement.ts";
import { agrees, cannotSay, disagrees, type Verdict } from "../verdict.ts";
import { mendings } from "./mendings.ts";
import { isRatio, roundedOf } from "./scale.ts";

type Estimate = StatementOf<"estimate">;

/** Intervals made by other methods need not be symmetric, and nobody can tell from the figures which method it was. */
export function checkSymmetry(statement: Estimate): Verdict[] {
  const rounded = roundedOf(statement);
  if (!rounded) return [];
  const { measure, value, interval, intervalMethod } = statement;
  const scale = isRatio(measure) ? "log" : "natural";
  if (isSymmetric(rounded)) return [agrees("interval-symmetric", `the interval is symmetric on the ${scale} scale`)];
  const says = `${interval![0]} to ${interval![1]} is not symmetric about ${value} on the ${scale} scale`;
  if (intervalMethod !== undefined && intervalMethod !== "symmetric")
    return [
      cannotSay("interval-symmetric", `${says}, and an interval made by ${intervalMethod} need not be`, [
        "nothing: the method explains it",
      ]),
    ];
  if (measure === "OR" && statement.pooled !== true && statement.k === undefined && intervalMethod === undefined)
    return [
      cannotSay("interval-symmetric", `${says}; a profile likelihood or an exact method gives such intervals`, [
        "how the interval was made",
      ]),
    ];
  if (measure === "other") return [cannotSay("interval-symmetric", says, ["what is measured, and how its interval was made"])];
  return [disagrees("interval-symmetric", says, mendings(statement))];
}
