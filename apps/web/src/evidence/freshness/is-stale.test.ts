import { expect, it } from "vitest";
import { isStale } from "./is-stale.ts";

it.each([
  ["2027-05-23", "2027-05-22", false],
  ["2027-05-23", "2027-05-23", false], // the last day
  ["2027-05-23", "2027-05-24", true],
  [null, "2026-11-21", true],
])("fresh until %s, on %s: stale is %s", (until, today, stale) => {
  expect(isStale(until, today)).toBe(stale);
});
