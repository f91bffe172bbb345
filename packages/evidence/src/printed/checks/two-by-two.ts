import { chiSquare, fisherExact, type Interval, overlap, type Table, tableEffects } from "@calcar/statistics";
import { around, like, printedOf, readP, shown } from "../figures.ts";
import type { StatementOf } from "../statement.ts";
import { agrees, cannotSay, disagrees, type Verdict } from "../verdict.ts";

type Counted = StatementOf<"table">;
type Measure = Counted["measure"];

/** What counts of two groups give, against the ratio or difference and the p that are printed. */
export function checkTable(statement: Counted): Verdict[] {
  const over = [statement.intervention, statement.comparator].find(({ events, total }) => events > total);
  if (over) return [disagrees("value-and-counts", `${over.events} of ${over.total} is more than all of them`)];
  return [...valueAndCounts(statement), ...pAndCounts(statement)];
}

function tableOf({ intervention, comparator }: Counted): Table {
  return {
    ai: intervention.events,
    bi: intervention.total - intervention.events,
    ci: comparator.events,
    di: comparator.total - comparator.events,
  };
}

/** On the natural scale; undefined where a group has no event, or nothing else. */
function effectOf(measure: Measure, table: Table): number | undefined {
  const effects = tableEffects(measure, [table], { add: 0, to: "none", drop00: false });
  const yi = effects.ok ? effects.value[0]?.yi : undefined;
  if (yi === undefined || !Number.isFinite(yi)) return undefined;
  return measure === "RD" ? yi : Math.exp(yi);
}

function valueAndCounts(statement: Counted): Verdict[] {
  const { measure, value } = statement;
  if (value === undefined) return [];
  const table = tableOf(statement);
  const given = effectOf(measure, table);
  if (given === undefined)
    return [cannotSay("value-and-counts", `${measure} ${value} with an empty cell`, ["how the empty cell was treated"])];
  const is = (found: number | undefined): boolean => found !== undefined && overlap(around(value), [found, found]);
  if (is(given)) return [agrees("value-and-counts", `the counts give ${measure} ${value}`)];
  const swapped: Table = { ai: table.ci, bi: table.di, ci: table.ai, di: table.bi };
  const fitting = (["RR", "OR", "RD"] as const).flatMap((other) => [
    ...(is(effectOf(other, table)) ? [`${value} is the ${other}`] : []),
    ...(is(effectOf(other, swapped)) ? [`${value} is the ${other} of the comparator over the intervention`] : []),
  ]);
  const says = `the counts give ${measure} ${like(given, printedOf(value))}, not ${value}`;
  return [disagrees("value-and-counts", says, [`${measure} ${like(given, printedOf(value))}`, ...fitting])];
}

function pAndCounts(statement: Counted): Verdict[] {
  if (statement.p === undefined) return [];
  const printed = readP(statement.p);
  if (!printed) return [cannotSay("p-is-readable", `p is printed as "${statement.p}"`, ["a number for p"])];
  const tests = testsOf(statement);
  if (tests.length === 0) return [cannotSay("p-and-counts", printed.text, ["an event, and somebody without one"])];
  const fitting = tests.filter(({ p }) => overlap(printed.range, [p, p] satisfies Interval));
  const all = tests.map(({ test, p }) => `${test} ${shown(p)}`).join(", ");
  if (fitting.length > 0)
    return [agrees("p-and-counts", `${printed.text} is that of ${fitting.map(({ test }) => test).join(" and ")} (${all})`)];
  return [
    disagrees(
      "p-and-counts",
      `${printed.text} is that of no usual test of the counts (${all})`,
      tests.map(({ test, p }) => `p ${shown(p)} (${test})`),
    ),
  ];
}

const MOST_FOR_EXACT = 20_000; // beyond it the exact test takes long and agrees with the others

function exact(counts: Parameters<typeof fisherExact>[0]): { test: string; p: number }[] {
  const fisher = fisherExact(counts);
  return fisher.ok ? [{ test: "Fisher", p: fisher.value.p }] : [];
}

/** The usual tests of a 2x2 table: chi-square with and without correction, Fisher's exact. */
function testsOf({ intervention: { events: a, total: m }, comparator: { events: b, total: n } }: Counted): { test: string; p: number }[] {
  if (a + b === 0 || a + b === m + n) return [];
  const [c, d, all] = [m - a, n - b, m + n];
  const chi = (correction: number) => (all * Math.max(0, Math.abs(a * d - b * c) - correction) ** 2) / (m * n * (a + b) * (c + d));
  return [
    { test: "chi-square", p: chiSquare(1).upper(chi(0)) },
    { test: "chi-square with correction", p: chiSquare(1).upper(chi(all / 2)) },
    ...(m + n <= MOST_FOR_EXACT ? exact({ a, m, b, n }) : []),
  ];
}
