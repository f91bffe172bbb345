import { expect, it } from "vitest";
import { countOf, filtered, NO_FILTER } from "./finding-filter.ts";
import { placed } from "./testing.ts";

const all = [placed(1, 0, 5), placed(2, 5, 9, { rule: "hype-language", severity: "info" })];

it("shows everything unless asked", () => expect(filtered(all, NO_FILTER)).toEqual(all));

it("shows one rule, or leaves a severity out", () => {
  expect(filtered(all, { rule: "hype-language", hidden: [] })).toEqual([all[1]]);
  expect(filtered(all, { rule: undefined, hidden: ["info"] })).toEqual([all[0]]);
  expect(filtered(all, { rule: "hype-language", hidden: ["info"] })).toEqual([]);
});

it("counts what is of one severity", () => expect([countOf(all, "error"), countOf(all, "warning")]).toEqual([1, 0]));
