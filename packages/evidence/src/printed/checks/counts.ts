import { countsOfShare, isShareOf, overlap } from "@calcar/statistics";
import { around, like, printedOf } from "../figures.ts";
import type { StatementOf } from "../statement.ts";
import { agrees, cannotSay, disagrees, type Verdict } from "../verdict.ts";

/** A percentage against its count, or against every count that its total allows. */
export function checkShare({ percent, events, total }: StatementOf<"share">): Verdict[] {
  const check = "percentage-and-count";
  if (total === undefined) return [cannotSay(check, `${percent}%`, ["the total"])];
  const printed = printedOf(percent);
  const share = (count: number) => `${count} of ${total} (${like((100 * count) / total, printed)}%)`;
  if (events !== undefined && events > total) return [disagrees(check, `${events} of ${total} is more than all of them`)];
  if (events !== undefined && isShareOf(printed, events, total)) return [agrees(check, `${percent}% is ${events} of ${total}`)];
  const counts = countsOfShare(printed, total);
  const ends = counts ? [...new Set(counts)] : [];
  if (events !== undefined) return [disagrees(check, `${percent}% is not ${events} of ${total}`, [share(events), ...ends.map(share)])];
  if (counts) return [agrees(check, `${percent}% of ${total} is ${ends.join(" to ")}`)];
  const near = Math.floor((printed.value * total) / 100);
  const neighbours = [near, near + 1].filter((count) => count >= 0 && count <= total);
  return [disagrees(check, `no whole number out of ${total} is ${percent}%`, neighbours.map(share))];
}

/** The whole is the sum of its parts. */
export function checkParts({ parts, total }: StatementOf<"parts">): Verdict[] {
  const sum = parts.reduce((all, part) => all + part, 0);
  const says = `${parts.join(" + ")} is ${sum}`;
  if (sum === total) return [agrees("parts-and-total", says)];
  return [
    disagrees("parts-and-total", `${says}, not ${total}`, [
      `a total of ${sum}`,
      `${Math.abs(total - sum)} ${sum < total ? "not accounted for" : "counted twice"}`,
    ]),
  ];
}

/** One thing is printed one way. */
export function checkSame({ values }: StatementOf<"same">): Verdict[] {
  const [first, ...others] = values.map(around);
  const alike = others.every((other) => overlap(first!, other));
  return [
    alike
      ? agrees("printed-alike", `${values.join(" and ")} can be one value, rounded differently`)
      : disagrees("printed-alike", `${values.join(" and ")} are printed for the same thing`),
  ];
}
