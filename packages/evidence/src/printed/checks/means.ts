import { overlap } from "@calcar/statistics";
import { around, like, printedOf } from "../figures.ts";
import type { StatementOf } from "../statement.ts";
import { agrees, cannotSay, disagrees, type Verdict } from "../verdict.ts";

/** A change is after minus before, and its wording points the same way. */
export function checkChange({ before, after, change, worded }: StatementOf<"change">): Verdict[] {
  return [...subtraction({ before, after, change }), ...wording({ before, after, worded })];
}

type Given = Partial<Pick<StatementOf<"change">, "change" | "worded">> & Pick<StatementOf<"change">, "before" | "after">;

function subtraction({ before, after, change }: Given): Verdict[] {
  if (change === undefined) return [];
  const [b, a] = [around(before), around(after)];
  const gives = like(printedOf(after).value - printedOf(before).value, printedOf(change));
  if (overlap([a[0] - b[1], a[1] - b[0]], around(change)))
    return [agrees("change-and-means", `${before} to ${after} is a change of ${change}`)];
  const reversed = overlap([b[0] - a[1], b[1] - a[0]], around(change));
  if (reversed) return [agrees("change-and-means", `${before} to ${after} is a change of ${change}, counted as before minus after`)];
  const says = `${before} to ${after} is a change of ${gives}, not ${change}`;
  const missed = "a change of those who were measured twice, if some were not: say so";
  return [disagrees("change-and-means", says, [`a change of ${gives}`, missed])];
}

function wording({ before, after, worded }: Given): Verdict[] {
  if (worded === undefined) return [];
  const difference = printedOf(after).value - printedOf(before).value;
  if (difference === 0) return [cannotSay("wording-and-means", `${before} to ${after} is called a ${worded}`, ["more decimals"])];
  const is = difference > 0 ? "rise" : "fall";
  return [
    is === worded
      ? agrees("wording-and-means", `${before} to ${after} is a ${is}`)
      : disagrees("wording-and-means", `${before} to ${after} is a ${is} and is called a ${worded}`, [`a ${is}`]),
  ];
}

/** A median lies between its quartiles, these within the range; a mean lies within the range and not always between quartiles. */
export function checkSpread({ middle, middleIs, quartiles, range }: StatementOf<"spread">): Verdict[] {
  const check = "quantiles-in-order";
  const [min, max] = range ?? [];
  const [q1, q3] = quartiles ?? [];
  const [lowest, lower, upper, highest]: Rung[] = [
    ["lowest", min],
    ["lower quartile", q1],
    ["upper quartile", q3],
    ["highest", max],
  ];
  const at: Rung = [middleIs, middle];
  const ladders =
    middleIs === "median"
      ? [[lowest!, lower!, at, upper!, highest!]]
      : [
          [lowest!, lower!, upper!, highest!],
          [lowest!, at, highest!],
        ];
  if (!range && (!quartiles || middleIs === "mean")) return [cannotSay(check, `a ${middleIs} of ${middle}`, ["the range"])];
  const wrong = ladders.flatMap(outOfOrder);
  if (wrong.length > 0) return [disagrees(check, wrong.join("; "))];
  return [agrees(check, `the ${middleIs} ${middle} lies where it must`)];
}

type Rung = readonly [name: string, figure: string | number | undefined];

/** What stands above what it should stand below, by more than rounding. */
function outOfOrder(ladder: readonly Rung[]): string[] {
  const known = ladder.flatMap(([name, figure]) => (figure === undefined ? [] : [{ name, figure }]));
  return known.slice(1).flatMap(({ name, figure }, i) => {
    const below = known[i]!;
    return around(below.figure)[0] <= around(figure)[1] ? [] : [`the ${below.name} ${below.figure} is above the ${name} ${figure}`];
  });
}
