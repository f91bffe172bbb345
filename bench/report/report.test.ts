import { describe, expect, it } from "vitest";
import type { Measured } from "../measure/measured.ts";
import { difference } from "../r/time-in-r.ts";
import type { Task } from "../task.ts";
import { withTable } from "./readme.ts";
import { besideOurs, duration, rowOf } from "./row.ts";

const measured = (...times: readonly number[]): Measured => ({ times, peakMegabytes: 250, note: undefined, found: { sum: 3 } });
const task: Task = {
  name: "one fit",
  sizes: [10, 100],
  unit: "studies",
  limit: { at: 100, ms: 50, megabytes: 200 },
  inR: { task: "fit", package: "metafor", at: 100, recordedMs: 185_267, remark: "bare" },
  prepare: () => ({ run: () => undefined }),
};
const row = rowOf({ task, size: 100, measured: measured(20, 22, 60), before: { size: 10, measured: measured(2) }, inR: "metafor 2 s" });

describe("a row", () => {
  it("holds the median and the memory against the limit at the size it is meant for", () => {
    expect([row.median, row.min, row.max, row.target]).toEqual(["22 ms", "20 ms", "60 ms", "under 50 ms: met; under 200 MB: MISSED"]);
    expect(rowOf({ task, size: 10, measured: measured(99), before: undefined, inR: "" }).target).toBe("");
  });

  it("says how the fastest run grew with the size", () => expect(row.growth).toBe("x 10 for x 10"));

  it.each([
    [0.00042, "0.42 µs"],
    [0.1249, "0.125 ms"],
    [185_267, "185 s"],
  ])("writes %d ms as %s", (ms, text) => expect(duration(ms)).toBe(text));
});

describe("beside R", () => {
  it.each([
    ["R not installed", "R not installed; recorded with R 4.2.2: 185 s, bare"],
    [{ version: "4.2.2", packages: new Map([["stats", "4.2.2"]]) }, "R package metafor not installed; recorded with R 4.2.2: 185 s, bare"],
  ] as const)("says what is missing and falls back to the recorded figure", (here, text) => {
    expect(besideOurs(task.inR, 100, measured(22), here)).toBe(text);
  });

  it("is empty at the sizes that R does not do", () => expect(besideOurs(task.inR, 10, measured(22), "R not run")).toBe(""));

  it("finds the largest relative difference between the answers", () => {
    expect(difference({ a: 1, b: [2, 4], ours: 7 }, { a: 1, b: [2, 5], theirs: 9 })).toBeCloseTo(0.2, 12);
    expect(difference({ a: 1 }, { b: 1 })).toBeUndefined();
  });
});

describe("the table in a README", () => {
  const page = "before\n<!-- bench: written by a run, do not edit -->\nold\n<!-- bench: end -->\nafter";

  it("takes the place of the one before, and of nothing else", () => {
    const written = withTable(page, [row, { ...row, size: "1,000 studies" }], "A machine.")!;
    expect(written.split("\n").slice(0, 4)).toEqual(["before", "<!-- bench: written by a run, do not edit -->", "A machine.", ""]);
    expect(written).toContain(
      "| one fit | 100 studies | 22 ms | x 10 for x 10 | 250 MB | under 50 ms: met; under 200 MB: MISSED | metafor 2 s |",
    );
    expect(written).toContain("|  | 1,000 studies |");
    expect(written).toMatch(/<!-- bench: end -->\nafter$/);
    expect(written).not.toContain("old");
    expect(withTable(written, [row], "A machine.")).toBe(withTable(page, [row], "A machine."));
  });

  it("is not forced into a page without a place for it", () => expect(withTable("none", [row], "A machine.")).toBeUndefined());
});
