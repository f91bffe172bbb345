import { useNumbers } from "../evidence/use-numbers.ts";
import { useT } from "../messages/messages.tsx";
import type { Threshold } from "./shapes.ts";
import { useRangeWords } from "./use-range-words.ts";

/** A threshold in words: what kind it is, and its value with the scale that it is on. */
export function useThresholdWords() {
  const t = useT();
  const range = useRangeWords();
  const { plain, plainRange } = useNumbers();
  return {
    kind: ({ kind }: Threshold): string =>
      t("instruments.threshold.kindName", { kind: kind === "moderate-improvement" ? "moderate" : kind }),
    value: ({ value, unit, meaning, scale }: Threshold): string => {
      const amount = typeof value === "number" ? plain(value) : plainRange(value);
      const on =
        scale === undefined ? t("instruments.threshold.scaleNotStated") : t("instruments.threshold.scale", { range: range(scale) });
      const isShare = unit === "percent-of-baseline" && meaning === "improvement";
      return t(`instruments.threshold.${isShare ? "improvementPercent" : meaning}`, { value: amount, scale: on });
    },
  };
}
