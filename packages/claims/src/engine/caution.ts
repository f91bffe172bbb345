import type { Excuse } from "@calcar/catalog";
import type { Reading } from "./reading.ts";

const CAUTION: ReadonlySet<Excuse> = new Set(["limits", "condition", "distance", "myth"]);

/** How many sentences of a page hold back: they name limits or conditions, keep their distance, or call something a myth. */
export const cautionsIn = (readings: readonly Reading[]): number =>
  readings.filter(({ excused }) => excused().some(({ excuse }) => CAUTION.has(excuse))).length;
