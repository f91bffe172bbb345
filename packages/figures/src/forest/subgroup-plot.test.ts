import type { Pooled } from "@calcar/evidence";
import { pooledOf } from "@calcar/evidence/testing";
import { describe, expect, it } from "vitest";
import { serverDocument } from "../svg/server-document.ts";
import { effectTable } from "../table/effect-table.ts";
import { ENGLISH } from "../words.ts";
import { type SubgroupSetting, subgroupPlot } from "./subgroup-plot.ts";

const draw = (pooled: Pooled, setting: Partial<SubgroupSetting> = {}) =>
  subgroupPlot(pooled, { document: serverDocument(), width: 1000, theme: "light", ...setting });

function svgOf(pooled: Pooled, setting: Partial<SubgroupSetting> = {}): string {
  const found = draw(pooled, setting);
  if (!found.ok) throw new Error(found.refusal.reason);
  return found.value.outerHTML;
}

const POOL = pooledOf("PS3d");
const test = { statistic: 3.21, df: 2, dfDenominator: null, p: 0.2, tau2: 0.1 };
const tested = (part: Partial<typeof test> | { dfDenominator: number }): Pooled => ({
  ...POOL,
  subgroups: POOL.subgroups.map((analysis) => ({ ...analysis, test: { ...test, ...part } })),
});

describe.each([1000, 390])("at %d pixels", (width) => {
  const svg = svgOf(POOL, { width, by: "phase" });

  it("names every group with its studies and hips", () => {
    for (const text of [
      "Before collapse: 2 studies, 304 hips",
      "After collapse: one study, 46 hips; not pooled",
      "All groups: 5 studies, 615 hips",
    ])
      expect(svg).toContain(`>${text}<`);
  });

  it("gives a group of one study no diamond", () => {
    const diamonds = svg.match(/<g class="diamonds">.*?<\/g>/)?.[0] ?? "";
    expect([...diamonds.matchAll(/<path (?!class="cut")/g)]).toHaveLength(3); // two groups of two, and the whole
    expect(svg).not.toContain("Pooled: after collapse");
  });

  it("shows the pools of the groups hollow, the whole filled, and no weight that means two things", () => {
    expect([...svg.matchAll(/<path[^>]*fill="#fcfbf8"[^>]*d="M/g)]).toHaveLength(2);
    expect(svg).not.toContain("%<");
  });
});

it("says that it was looked at after the fact, and why there is no test, in the picture and in its description", () => {
  const svg = svgOf(POOL, { by: "phase", width: 1600 });
  const why = "it takes 10 studies or more, and here are 5; one study alone cannot stand for its group (after collapse).";
  expect(svg).toContain("By stage: looked at after the fact, not planned");
  expect([...svg.matchAll(/here are 5; one study alone/g)]).toHaveLength(2);
  expect(svg).toContain(why);
  expect(svg).toContain(ENGLISH.subgroupsCaution);
});

it("says that a normal interval around two studies is too narrow, and nothing of the kind of a wider one", () => {
  expect(svgOf(POOL, { by: "phase" })).toContain(ENGLISH.groupsNarrow);
  expect(svgOf({ ...POOL, ciMethod: "hksj" }, { by: "phase" })).not.toContain(ENGLISH.groupsNarrow);
});

it("tells the test where there is one", () => {
  expect(svgOf(tested({}))).toContain("\u03c7\u00b2 3.21 (df 2), p = 0.20.");
  expect(svgOf(tested({ dfDenominator: 7 }))).toContain("F 3.21 (df 2 and 7), p = 0.20.");
});

it("is refused where the studies stand alike, and names in what", () => {
  expect(draw(POOL, { by: "joint" })).toMatchObject({
    refusal: { code: "one-group", reason: "The studies of this pool do not differ in joint." },
  });
  expect(draw({ ...POOL, subgroups: [] })).toMatchObject({
    refusal: { reason: expect.stringContaining("there are no groups to compare") },
  });
});

it("has every row with its group as a table", () => {
  const table = effectTable(POOL, "subgroups", ENGLISH, "phase");
  const rows = table.ok ? table.value.rows : [];
  expect(rows).toContainEqual(["Hernigou 2018", "Before collapse: 2 studies, 304 hips", "30/125", "95/125", "0.32 (0.23 to 0.44)"]);
  expect(rows).toContainEqual(["Pooled: before collapse", "Before collapse: 2 studies, 304 hips", "", "", "0.68 (0.13 to 3.56)"]);
});
