import fc from "fast-check";
import { expect, it } from "vitest";
import { all, any, type Truth } from "./truth.ts";

const truths = fc.array(fc.constantFrom<Truth>(true, false, "unknown"), { maxLength: 6 });
const not = (truth: Truth): Truth => (truth === "unknown" ? "unknown" : !truth);

it.each<[Truth[], Truth, Truth]>([
  [[], true, false],
  [[true, "unknown"], "unknown", true],
  [[false, "unknown"], false, "unknown"],
  [[true, false], false, true],
  [["unknown"], "unknown", "unknown"],
])("joins %j as Kleene's tables do", (list, conjunction, disjunction) => {
  expect([all(list), any(list)]).toEqual([conjunction, disjunction]);
});

it("obeys De Morgan", () => {
  fc.assert(fc.property(truths, (list) => all(list) === not(any(list.map(not)))));
});

it("keeps a definite answer when an unknown becomes known", () => {
  fc.assert(
    fc.property(truths, fc.boolean(), (list, found) => {
      const later = list.map((truth) => (truth === "unknown" ? found : truth));
      return [all, any].every((join) => join(list) === "unknown" || join(list) === join(later));
    }),
  );
});
