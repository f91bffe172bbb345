import { useMemo } from "react";
import { useIntl } from "react-intl";
import { type NumberWords, numberWords } from "./number-words.ts";
import type { Pooled } from "./shapes.ts";

type Measure = Pooled["measure"];
type Pair = readonly [number, number];

export interface Numbers extends NumberWords {
  readonly range: (low: string, high: string) => string;
  readonly plainRange: (pair: Pair) => string;
  readonly pOf: (p: number) => string; // "p = 0.56"
  readonly effect: (measure: Measure, value: number) => string;
  readonly interval: (measure: Measure, pair: Pair) => string;
  readonly estimate: (measure: Measure, value: number, ci: Pair) => string;
}

/** Numbers, intervals and estimates in the reader's language. */
export function useNumbers(): Numbers {
  const intl = useIntl();
  return useMemo(() => {
    const numbers = numberWords(intl.locale);
    const effect = (measure: Measure, value: number): string =>
      measure === "RR" || measure === "OR" ? numbers.ratio(value) : numbers.fixed(value, measure === "RD" ? 3 : 2);
    const range = (low: string, high: string): string => intl.formatMessage({ id: "evidence.range" }, { low, high });
    return {
      ...numbers,
      effect,
      range,
      plainRange: ([low, high]) => range(numbers.plain(low), numbers.plain(high)),
      pOf: (p) =>
        p < 0.001 ? intl.formatMessage({ id: "evidence.pSmall" }) : intl.formatMessage({ id: "evidence.p" }, { p: numbers.p(p) }),
      interval: (measure, [low, high]) => range(effect(measure, low), effect(measure, high)),
      estimate: (measure, value, [low, high]) =>
        intl.formatMessage(
          { id: "evidence.withInterval" },
          { value: effect(measure, value), low: effect(measure, low), high: effect(measure, high) },
        ),
    };
  }, [intl]);
}
