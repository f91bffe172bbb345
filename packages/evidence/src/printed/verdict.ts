/** Every test that printed figures can be put to. */
export const CHECKS = [
  "ratio-is-positive",
  "interval-in-order",
  "interval-contains-value",
  "interval-symmetric",
  "p-and-interval",
  "se-and-interval",
  "p-is-readable",
  "percentage-and-count",
  "parts-and-total",
  "printed-alike",
  "grim",
  "mean-in-range",
  "sd-possible",
  "sd-and-se",
  "sd-and-interval",
  "sd-is-no-se",
  "p-and-groups",
  "change-and-means",
  "wording-and-means",
  "quantiles-in-order",
  "value-and-counts",
  "p-and-counts",
] as const;
export type CheckName = (typeof CHECKS)[number];

/** What one test says of one statement. */
export type Verdict =
  | { readonly check: CheckName; readonly verdict: "agrees"; readonly says: string }
  | { readonly check: CheckName; readonly verdict: "disagrees"; readonly says: string; readonly consistent: readonly string[] }
  | { readonly check: CheckName; readonly verdict: "cannot-say"; readonly says: string; readonly missing: readonly string[] };

export const agrees = (check: CheckName, says: string): Verdict => ({ check, verdict: "agrees", says });

/** @param consistent what could stand there instead, each alone enough */
export const disagrees = (check: CheckName, says: string, consistent: readonly string[] = []): Verdict => ({
  check,
  verdict: "disagrees",
  says,
  consistent,
});

/** @param missing what would have to be known for the test to speak */
export const cannotSay = (check: CheckName, says: string, missing: readonly string[]): Verdict => ({
  check,
  verdict: "cannot-say",
  says,
  missing,
});
