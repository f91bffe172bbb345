import { around, printedOf } from "../figures.ts";
import type { StatementOf } from "../statement.ts";
import { agrees, disagrees, type Verdict } from "../verdict.ts";
import { checkPAndInterval, checkSeAndInterval } from "./interval-tests.ts";
import { mendings } from "./mendings.ts";
import { isRatio } from "./scale.ts";
import { checkSymmetry } from "./symmetry.ts";

type Estimate = StatementOf<"estimate">;

/** An estimate with its interval, p and standard error. What is impossible in itself ends the tests: the rest would echo it. */
export function checkEstimate(statement: Estimate): Verdict[] {
  const first = [...positive(statement), ...inOrder(statement)];
  if (first.some(({ verdict }) => verdict === "disagrees")) return first;
  const within = [...first, ...contains(statement)];
  if (within.some(({ verdict }) => verdict === "disagrees")) return within;
  return [...within, ...checkSymmetry(statement), ...checkPAndInterval(statement), ...checkSeAndInterval(statement)];
}

function positive({ measure, value, interval }: Estimate): Verdict[] {
  const figures = [value, ...(interval ?? [])].filter((figure) => figure !== undefined);
  if (!isRatio(measure) || figures.length === 0) return [];
  const below = figures.find((figure) => printedOf(figure).value < 0);
  if (below === undefined) return [agrees("ratio-is-positive", `${measure} and its limits are not below 0`)];
  const instead = ["the logarithm of a ratio, a difference, or another sign"];
  return [disagrees("ratio-is-positive", `${below} is printed as ${measure}, and a ratio cannot be below 0`, instead)];
}

function inOrder({ interval }: Estimate): Verdict[] {
  if (!interval) return [];
  const [low, high] = interval;
  if (printedOf(low).value <= printedOf(high).value) return [agrees("interval-in-order", "the lower limit comes first")];
  return [disagrees("interval-in-order", `the limits ${low} and ${high} are the wrong way round`, [`${high} to ${low}`])];
}

function contains(statement: Estimate): Verdict[] {
  const { value, interval } = statement;
  if (value === undefined || !interval) return [];
  const [low, high] = [around(interval[0])[0], around(interval[1])[1]];
  const [from, to] = around(value);
  if (from <= high && to >= low) return [agrees("interval-contains-value", `${value} lies from ${interval[0]} to ${interval[1]}`)];
  return [
    disagrees("interval-contains-value", `${value} lies outside its own interval ${interval[0]} to ${interval[1]}`, mendings(statement)),
  ];
}
