import type { Excuse } from "@calcar/catalog";
import type { Reading } from "./reading.ts";

const CAUTION: ReadonlySet<Excuse> = new Set(["limits", "condition", "distance", "myth"]);

const counted = new WeakMap<readonly Reading[], number>();

/** How many sentences of a page hold back: they name limits or conditions, keep their distance, or call something a myth. */
export function cautionsIn(readings: readonly Reading[]): number {
  const known = counted.get(readings) ?? readings.filter(({ excused }) => excused().some(({ excuse }) => CAUTION.has(excuse))).length;
  counted.set(readings, known);
  return known;
}
