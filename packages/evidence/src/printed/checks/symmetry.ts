import { isSymmetric } from "@calcar/statistics";
import type { StatementOf } from "../statement.ts";
import { agrees, cannotSay, disagrees, type Verdict } from "../verdict.ts";
import { mendings } from "./mendings.ts";
import { isRatio, roundedOf } from "./scale.ts";

type Estimate = StatementOf<"estimate">;

/** Measures of a single study for which a usual method gives lopsided intervals; pools of several studies are symmetric. */
const USUALLY_LOPSIDED: Partial<Record<Estimate["measure"], string>> = {
  OR: "a profile likelihood or an exact method gives such intervals",
  RD: "a score method gives such intervals",
  SMD: "a noncentral t distribution gives such intervals",
  other: "nobody says what is measured",
};

/** Whether an interval is symmetric about its value, on the log scale for ratios. */
export function checkSymmetry(statement: Estimate): Verdict[] {
  const rounded = roundedOf(statement);
  if (!rounded) return [];
  const { measure, value, interval } = statement;
  const scale = isRatio(measure) ? "log" : "natural";
  if (isSymmetric(rounded)) return [agrees("interval-symmetric", `the interval is symmetric on the ${scale} scale`)];
  const says = `${interval![0]} to ${interval![1]} is not symmetric about ${value} on the ${scale} scale`;
  const excuse = excuseOf(statement);
  if (excuse === undefined) return [disagrees("interval-symmetric", says, mendings(statement))];
  return [cannotSay("interval-symmetric", `${says}; ${excuse}`, ["how the interval was made"])];
}

/** What could explain a lopsided interval; undefined where nothing usual does. */
function excuseOf({ measure, intervalMethod, pooled, k }: Estimate): string | undefined {
  if (intervalMethod === "symmetric") return undefined;
  if (intervalMethod !== undefined) return `an interval made by ${intervalMethod} need not be`;
  return pooled === true || k !== undefined ? undefined : USUALLY_LOPSIDED[measure];
}
