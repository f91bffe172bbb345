import { useT } from "../messages/messages.tsx";
import type { Outcome } from "./shapes.ts";
import { useNumbers } from "./use-numbers.ts";

type Scale = NonNullable<Outcome["scale"]>;

/** The range of an instrument and which end is good; what the text at hand does not state is said to be missing. */
export function useScaleWords() {
  const t = useT();
  const { plainRange } = useNumbers();
  return ({ min, max, higherIsBetter, assumed, note }: Scale): string => {
    const range =
      min === undefined || max === undefined
        ? t("evidence.scale.rangeNotStated")
        : t(assumed ? "evidence.scale.rangeAssumed" : "evidence.scale.range", { range: plainRange([min, max]) });
    const direction =
      higherIsBetter === undefined
        ? t("evidence.scale.directionNotStated")
        : t(higherIsBetter ? "evidence.scale.higher" : "evidence.scale.lower");
    return [range, direction, note].filter((part) => part !== undefined).join("; ");
  };
}
