import type { Item } from "@calcar/instruments";
import { expect, it } from "vitest";
import { itemGroups } from "./item-groups.ts";
import type { Subscale } from "./shapes.ts";

const item = (code: string): Item => ({
  code,
  takes: { kind: "whole", range: [0, 4], best: 0 },
  countsAs: undefined,
  label: undefined,
  note: undefined,
});
const subscale = (id: string, items: string[]): Subscale => ({
  id,
  name: { en: id },
  range: [0, 100],
  direction: "higher-better",
  items,
  method: { kind: "sum" },
  decimals: 0,
});

it("keeps the order and cuts where the score changes", () => {
  const groups = itemGroups(
    [item("p4"), item("s4"), item("s5"), item("x")],
    [subscale("pain", ["p4"]), subscale("stiffness", ["s5", "s4"])],
  );
  expect(groups.map((group) => [group.subscale?.id, group.items.map(({ code }) => code)])).toEqual([
    ["pain", ["p4"]],
    ["stiffness", ["s4", "s5"]],
    [undefined, ["x"]],
  ]);
});
