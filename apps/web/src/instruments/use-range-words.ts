import { useNumbers } from "../evidence/use-numbers.ts";
import { useT } from "../messages/messages.tsx";
import type { Range } from "./shapes.ts";

/** A range in the reader's language: "0 to 100", with its unit where it has one. */
export function useRangeWords() {
  const t = useT();
  const { plain } = useNumbers();
  return ([low, high]: Range, unit?: string): string => {
    const ends = { low: plain(low), high: plain(high) };
    return unit === undefined ? t("instruments.range", ends) : t("instruments.rangeUnit", { ...ends, unit });
  };
}
