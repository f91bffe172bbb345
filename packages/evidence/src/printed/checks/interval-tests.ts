import { type Interval, isSymmetric, normal, overlap, pFromInterval, type RoundedEstimate, studentT } from "@calcar/statistics";
import { around, type PrintedProbability, readP, shownRange } from "../figures.ts";
import type { StatementOf } from "../statement.ts";
import { agrees, cannotSay, disagrees, type Verdict } from "../verdict.ts";
import { isRatio, roundedOf } from "./scale.ts";

type Estimate = StatementOf<"estimate">;

const levelOf = ({ level = 95 }: Estimate): number => level / 100;

/** Degrees of freedom that a reader could have used: the stated ones, those of the people or studies counted, or the normal. */
function plausibleDf({ df, n, k, measure }: Estimate): (number | undefined)[] {
  if (df !== undefined) return [df];
  const people = n !== undefined && !isRatio(measure) ? [n - 1, n - 2].filter((value) => value > 0) : [];
  return [undefined, ...people, ...(k !== undefined && k > 1 ? [k - 1] : [])];
}

const FEWEST = 1; // degrees of freedom: the test that gives the largest p

/** Whether the degrees of freedom are known, so that no test with fewer of them can explain a larger p. */
const isCounted = ({ df, n, k, pooled, measure }: Estimate): boolean =>
  df !== undefined || k !== undefined || (pooled !== true && (n !== undefined || isRatio(measure)));

/** The p that value and interval give, against the p that is printed. */
export function checkPAndInterval(statement: Estimate): Verdict[] {
  const { p, measure } = statement;
  if (p === undefined) return [];
  if (measure === "mean") return [cannotSay("p-and-interval", "p of a single mean", ["what the mean was tested against"])];
  const printed = readP(p);
  if (!printed) return [cannotSay("p-is-readable", `p is printed as "${p}"`, ["a number for p"])];
  const rounded = roundedOf(statement);
  if (!rounded || !isSymmetric(rounded)) return [cannotSay("p-and-interval", printed.text, ["a value with an interval that fits it"])];
  return [againstP(statement, rounded, printed)];
}

function againstP(statement: Estimate, rounded: RoundedEstimate, printed: PrintedProbability): Verdict {
  const test = (df: number | undefined) => pFromInterval(rounded, { noEffect: 0, level: levelOf(statement), df })!;
  const ranges = plausibleDf(statement).map(test);
  const gives = shownRange(ranges[0]!);
  if (ranges.some((range) => overlap(range, printed.range)))
    return agrees("p-and-interval", `${printed.text} fits the interval, which gives ${gives}`);
  const says = `${printed.text} does not fit the interval, which gives ${gives}`;
  const explained = !isCounted(statement) && overlap(span(ranges[0]!, test(FEWEST)), printed.range);
  if (!explained) return disagrees("p-and-interval", says, [`p of ${gives}`]);
  const missing =
    statement.pooled === true ? "how many studies are pooled, and by which test" : "how many were measured, or the degrees of freedom";
  return cannotSay("p-and-interval", `${says}; a t test with few degrees of freedom could`, [missing]);
}

const span = (a: Interval, b: Interval): Interval => [Math.min(a[0], b[0]), Math.max(a[1], b[1])];

/** The standard error that the width of the interval gives, against the printed one. */
export function checkSeAndInterval(statement: Estimate): Verdict[] {
  const { se } = statement;
  const rounded = roundedOf(statement);
  if (se === undefined || !rounded) return [];
  const ranges = plausibleDf(statement).map((df) => seRange(rounded, df === undefined ? normal : studentT(df), levelOf(statement)));
  if (ranges.some((range) => overlap(range, around(se)))) return [agrees("se-and-interval", `a standard error of ${se} fits the interval`)];
  const gives = shownRange(ranges[0]!);
  return [disagrees("se-and-interval", `a standard error of ${se} does not fit the interval, which gives ${gives}`, [gives])];
}

function seRange({ lower, upper }: RoundedEstimate, { upperQuantile }: Pick<typeof normal, "upperQuantile">, level: number): Interval {
  const critical = upperQuantile((1 - level) / 2);
  return [(upper[0] - lower[1]) / (2 * critical), (upper[1] - lower[0]) / (2 * critical)];
}
