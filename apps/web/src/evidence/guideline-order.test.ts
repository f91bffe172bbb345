import { describe, expect, it } from "vitest";
import { laterOf, newestFirst, onTopic, rowsFor } from "./guideline-order.ts";
import type { Guideline, Position } from "./shapes.ts";

const position = (part: Partial<Position>): Position => ({
  id: "p",
  condition: "onfh",
  intervention: "cells",
  about: "cell-therapy",
  direction: "for",
  says: "Says so.",
  grounds: [{ source: "s", verified: "source-text" }],
  ...part,
});
const guideline = (id: string, year: number | undefined, positions: Position[] = [position({})]): Guideline => ({
  id,
  organisation: id,
  shortName: id,
  title: id,
  kind: "clinical",
  positions,
  stillValidOn: "2026-11-21",
  ...(year === undefined ? {} : { year }),
});

describe("guidelines side by side", () => {
  it("stand newest first, and last where no year is stated", () => {
    const order = newestFirst([guideline("undated", undefined), guideline("eular", 2005), guideline("nice", 2022)]);
    expect(order.map(({ id }) => id)).toEqual(["nice", "eular", "undated"]);
  });

  it("show only positions on the condition asked for, and no body that takes none", () => {
    const both = guideline("both", 2020, [position({ id: "a" }), position({ id: "b", condition: "hip-oa" })]);
    const rows = rowsFor([both, guideline("knee", 2021, [position({ condition: "other" })])], ["hip-oa"]);
    expect(rows.map(({ guideline: { id }, positions }) => [id, positions.map((one) => one.id)])).toEqual([["both", ["b"]]]);
  });

  it("name what the same body said later on the same condition, and nothing else", () => {
    const of = (id: string, organisation: string, year: number | undefined, condition: Position["condition"] = "hip-oa") => ({
      ...guideline(id, year, [position({ condition })]),
      organisation,
    });
    const old = of("eular-2005", "EULAR", 2005);
    const all = [
      old,
      of("eular-2023", "EULAR", 2023),
      of("eular-2013", "EULAR", 2013),
      of("nice", "NICE", 2022),
      of("undated", "EULAR", undefined),
    ];
    expect(laterOf(old, [...all, of("hand", "EULAR", 2018, "other")]).map(({ id }) => id)).toEqual(["eular-2013", "eular-2023"]);
    expect(laterOf(all[1]!, all)).toEqual([]);
  });

  it("are told apart by topic", () => {
    expect(onTopic([position({}), position({ id: "q", about: "prp" })], "prp").map(({ id }) => id)).toEqual(["q"]);
  });
});
