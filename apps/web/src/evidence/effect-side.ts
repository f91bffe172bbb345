import type { Pooled } from "./shapes.ts";

/** Where the whole interval lies: below no effect, above it, or on both sides of it. A bound that touches it counts as both sides. */
export function effectSide({ measure, ci }: Pick<Pooled, "measure" | "ci">): "below" | "above" | "across" {
  const none = measure === "RR" || measure === "OR" ? 1 : 0;
  const [low, high] = ci;
  if (high < none) return "below";
  return low > none ? "above" : "across";
}
