import { type Interval, overlap, pFromGroups, type RoundedGroup } from "@calcar/statistics";
import { around, readP, shownRange } from "../figures.ts";
import type { StatementOf } from "../statement.ts";
import { agrees, cannotSay, disagrees, type Verdict } from "../verdict.ts";

type Groups = StatementOf<"groups">;

/** The p that two means with their standard deviations give, against the p that is printed. */
export function checkGroups({ groups, p }: Groups): Verdict[] {
  if (p === undefined) return [cannotSay("p-and-groups", "two groups", ["the p of their difference"])];
  const printed = readP(p);
  if (!printed) return [cannotSay("p-is-readable", `p is printed as "${p}"`, ["a number for p"])];
  if (groups.some(({ n }) => n < 2)) return [cannotSay("p-and-groups", printed.text, ["two or more in each group"])];
  const asSd = pOf(groups, ({ sd }) => around(sd));
  if (!asSd) return [cannotSay("p-and-groups", printed.text, ["standard deviations above 0"])];
  if (overlap(asSd, printed.range)) return [agrees("p-and-groups", `${printed.text} fits a t test, which gives ${shownRange(asSd)}`)];
  const says = `${printed.text} does not fit a t test, which gives ${shownRange(asSd)}`;
  const asSe = pOf(groups, ({ sd, n }) => around(sd).map((end) => end * Math.sqrt(n)) as unknown as Interval);
  if (asSe && overlap(asSe, printed.range))
    return [disagrees("sd-is-no-se", `${says}; with the spreads read as standard errors it does`, ["standard errors, not deviations"])];
  return [disagrees("p-and-groups", says, [`p of ${shownRange(asSd)}`, "another test, or an adjusted one: say which"])];
}

function pOf(groups: Groups["groups"], sdOf: (group: Groups["groups"][0]) => Interval): Interval | undefined {
  const [a, b] = groups.map((group): RoundedGroup => ({ mean: around(group.mean), sd: sdOf(group), n: group.n }));
  return pFromGroups(a!, b!);
}
