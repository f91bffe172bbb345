import { countsOfShare } from "@calcar/statistics";
import { type FigureRead, figureRead } from "../check/figure-read.ts";
import { type Ledger, wrong } from "../check/ledger.ts";
import type { CountReport } from "../draft/score-report.ts";
import { type Named, writeStep } from "./write-step.ts";

/** How many of how many had an event. */
export interface Counted {
  readonly events: number;
  readonly total: number;
  readonly figures: readonly Named[];
  readonly size: FigureRead;
  readonly converted: boolean;
}

/** A count as printed or worked out from a percentage, of those with the event or of those without it. */
export function countOf(ledger: Ledger, field: string, report: CountReport, complement: boolean): Counted | undefined {
  const total = figureRead(ledger, `${field}.total`, report.total, "size");
  const counted = report.as === "count" ? printedCount(ledger, field, report, total) : fromPercent(ledger, field, report, total);
  if (!counted || !total) return undefined;
  const [named, count] = counted;
  const without = complement ? total.value - count : count;
  if (complement)
    writeStep(ledger, {
      field,
      gives: "events",
      formula: "events = total − those without the event",
      worked: `${total.text} − ${count}`,
      result: without,
      inputs: [named, ["total", total]],
      sources: [],
    });
  const figures: Named[] = [named, ["total", total]];
  return { events: without, total: total.value, figures, size: total, converted: complement || report.as === "percent" };
}

type Count = readonly [Named, number];

function printedCount(
  ledger: Ledger,
  field: string,
  report: Extract<CountReport, { as: "count" }>,
  total: FigureRead | undefined,
): Count | undefined {
  const events = figureRead(ledger, `${field}.events`, report.events, "count");
  if (!events) return undefined;
  if (total && events.value > total.value)
    return wrong(ledger, `${field}.events.value`, `${events.text} of ${total.text}`, "at most the total");
  return [["count", events], events.value];
}

/** The whole number that a percentage stands for: there has to be exactly one. */
function fromPercent(
  ledger: Ledger,
  field: string,
  report: Extract<CountReport, { as: "percent" }>,
  total: FigureRead | undefined,
): Count | undefined {
  const percent = figureRead(ledger, `${field}.percent`, report.percent, "percent");
  if (!percent || !total) return undefined;
  const counts = countsOfShare(percent.printed, total.value);
  const exact = (percent.value * total.value) / 100;
  if (!counts) {
    const near = [Math.floor(exact), Math.ceil(exact)].map((count) => `${count} is ${((100 * count) / total.value).toFixed(2)}%`);
    return wrong(
      ledger,
      `${field}.percent.value`,
      `no whole number of ${total.text} is ${percent.text}%`,
      `a percentage that a count gives: ${near.join(", ")}`,
    );
  }
  const [first, last] = counts;
  if (first !== last)
    return wrong(
      ledger,
      `${field}.percent.value`,
      `${percent.text}% of ${total.text} can be any count from ${first} to ${last}`,
      "the count itself, or a percentage with more decimals",
    );
  const count = writeStep(ledger, {
    field,
    gives: "count",
    formula: "count = the one whole number whose share of the total rounds to the percentage",
    worked: `${percent.text}% of ${total.text}`,
    result: first,
    inputs: [
      ["percent", percent],
      ["total", total],
    ],
    sources: [],
  });
  return [["percentage", percent], count];
}
