import { grim, type Interval, overlap, sdLimits } from "@calcar/statistics";
import { around, like, printedOf, shownRange } from "../figures.ts";
import type { StatementOf } from "../statement.ts";
import { agrees, cannotSay, disagrees, type Verdict } from "../verdict.ts";
import { checkSpreadKind } from "./spread-kind.ts";

type Mean = StatementOf<"mean">;

/** The mean of one group, its spread and its interval. */
export function checkMean(statement: Mean): Verdict[] {
  return [...checkGrim(statement), ...inRange(statement), ...sdPossible(statement), ...sdAndSe(statement), ...checkSpreadKind(statement)];
}

function checkGrim({ mean, n, whole, items = 1 }: Mean): Verdict[] {
  if (whole !== true) return [];
  if (n === undefined) return [cannotSay("grim", `a mean of ${mean}`, ["how many were averaged"])];
  const printed = printedOf(mean);
  const { possible, telling, nearest } = grim(printed, n, items);
  if (!telling)
    return [cannotSay("grim", `every mean with ${Math.max(0, printed.decimals)} decimals is possible with ${n}`, ["more decimals"])];
  if (possible) return [agrees("grim", `${mean} can be the mean of ${n} whole numbers`)];
  const means = nearest.map((value) => `${like(value, printed)} (${Math.round(value * n * items)}/${n * items})`);
  return [disagrees("grim", `no ${n} whole numbers have the mean ${mean}`, means)];
}

function inRange({ mean, range }: Mean): Verdict[] {
  if (!range) return [];
  return [
    overlap(around(mean), range)
      ? agrees("mean-in-range", `${mean} lies on the scale from ${range[0]} to ${range[1]}`)
      : disagrees("mean-in-range", `${mean} lies outside the scale from ${range[0]} to ${range[1]}`),
  ];
}

function sdPossible({ mean, sd, n, range, whole = false, items = 1 }: Mean): Verdict[] {
  if (sd === undefined || !range || !overlap(around(mean), range)) return [];
  if (n === undefined || n < 2) return [cannotSay("sd-possible", `an SD of ${sd}`, ["how many were averaged, two or more"])];
  const limits = sdLimits({ mean: printedOf(mean), n, range, whole: whole && items === 1 });
  if (limits && overlap(limits, around(sd))) return [agrees("sd-possible", `an SD of ${sd} is possible with a mean of ${mean}`)];
  const says = `an SD of ${sd} is impossible for ${n} values from ${range[0]} to ${range[1]} with a mean of ${mean}`;
  return [disagrees("sd-possible", says, limits ? [`an SD of ${shownRange(limits)}`] : [])];
}

function sdAndSe({ sd, se, n }: Mean): Verdict[] {
  if (sd === undefined || se === undefined) return [];
  if (n === undefined) return [cannotSay("sd-and-se", `SD ${sd} and SE ${se}`, ["how many were averaged"])];
  const root = Math.sqrt(n);
  const [low, high] = around(sd);
  const gives: Interval = [low / root, high / root];
  if (overlap(gives, around(se))) return [agrees("sd-and-se", `SE ${se} is SD ${sd} over the root of ${n}`)];
  return [disagrees("sd-and-se", `SD ${sd} in ${n} gives an SE of ${shownRange(gives)}, not ${se}`, [`SE ${shownRange(gives)}`])];
}
