import type { Refusal } from "@calcar/vocabulary";
import type { FigureRead } from "../check/figure-read.ts";
import { type Ledger, wrong } from "../check/ledger.ts";
import { rounded } from "./allowed-range.ts";
import type { Step } from "./step.ts";

/** A figure by the name that a formula calls it. */
export type Named = readonly [name: string, figure: FigureRead];

interface Conversion {
  readonly field: string;
  readonly gives: string;
  readonly formula: string;
  readonly worked: string; // without the result
  readonly result: number; // in full
  readonly inputs: readonly Named[];
  readonly sources: readonly string[];
  readonly range?: readonly [number, number] | undefined;
  readonly caution?: string | undefined;
}

/** Writes a conversion down and gives its result as it goes into the file. */
export function writeStep(ledger: Ledger, { inputs, range, caution, ...conversion }: Conversion): number {
  const result = rounded(conversion.result);
  const step: Step = {
    ...conversion,
    worked: `${conversion.worked} = ${result}`,
    result,
    inputs: inputs.map(
      ([
        name,
        {
          text,
          figure: { source, at, how, verified },
        },
      ]) => ({
        name,
        value: text,
        ...(source && { source }),
        ...(at && { at }),
        ...(how && { how }),
        ...(verified && { verified }),
      }),
    ),
    sources: [...conversion.sources],
    ...(range && { range: [range[0], range[1]] }),
    ...(caution && { caution }),
  };
  ledger.steps.push(step);
  return result;
}

/** What a refusal of the statistics room means to somebody who reads a paper. */
const MEANS: Readonly<Record<string, readonly [problem: string, expected: string]>> = {
  "standard-error": ["a standard error that cannot be", "a standard error above 0"],
  "group-size": ["too few for this conversion", "at least 2 in each arm; 5 for quantiles"],
  interval: ["the limits are not in order", "a lower limit below the upper one"],
  "p-value": ["no exact p", "p between 0 and 1"],
  "no-difference": ["a difference of 0 fits any spread", "a difference that is not 0, or another figure of the spread"],
  order: ["the quantiles are not in order", "minimum, quartile, median, quartile and maximum from low to high"],
  quantiles: ["a median alone has no spread", "both quartiles, or minimum and maximum, or all four"],
  "no-spread": ["a span of one value", "quartiles or extremes that differ"],
  correlation: ["a correlation that cannot be", "a number from -1 to 1"],
  "standard-deviation": ["a standard deviation that cannot be", "a number above 0"],
  "beyond-range": ["figures beyond any range", "figures as a paper prints them"],
};

/** A conversion that the statistics refuse becomes a problem of the field. */
export function refusedStep(ledger: Ledger, field: string, { code }: Refusal): undefined {
  const [problem, expected] = MEANS[code] ?? [`cannot be converted (${code})`, "figures that belong together"];
  return wrong(ledger, field, problem, expected);
}
