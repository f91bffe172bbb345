import { useMemo } from "react";
import { useIntl } from "react-intl";
import { numberWords } from "./number-words.ts";
import type { Pooled } from "./shapes.ts";

type Measure = Pooled["measure"];
type Pair = readonly [number, number];

/** Numbers, intervals and estimates in the reader's language. */
export function useNumbers() {
  const intl = useIntl();
  const numbers = useMemo(() => numberWords(intl.locale), [intl.locale]);
  const effect = (measure: Measure, value: number): string => (measure === "RD" ? numbers.fixed(value, 2) : numbers.ratio(value));
  const range = (low: string, high: string): string => intl.formatMessage({ id: "evidence.range" }, { low, high });
  return {
    ...numbers,
    effect,
    range,
    plainRange: ([low, high]: Pair): string => range(numbers.plain(low), numbers.plain(high)),
    interval: (measure: Measure, [low, high]: Pair): string => range(effect(measure, low), effect(measure, high)),
    estimate: (measure: Measure, value: number, [low, high]: Pair): string =>
      intl.formatMessage(
        { id: "evidence.withInterval" },
        { value: effect(measure, value), low: effect(measure, low), high: effect(measure, high) },
      ),
  };
}
