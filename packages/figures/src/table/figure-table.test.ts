import { nothingOn, pooledOf, proportionOf, seriesOf } from "@calcar/evidence/testing";
import { expect, it } from "vitest";
import { figureTable } from "./figure-table.ts";

it("has a row for each study, the pool, its prediction interval and each study left out", () => {
  const { columns, rows } = figureTable(pooledOf("PS3"));
  expect(columns).toEqual([
    "Study",
    "Design",
    "Core decompression with cells: events / hips",
    "Core decompression alone: events / hips",
    "Risk ratio (95% interval)",
    "Weight (%)",
    "Risk of bias",
  ]);
  expect(rows[0]?.slice(0, 6)).toEqual(["Hauzeur 2018", "randomised, double-blind", "15/23", "15/23", "1.00 (0.66 to 1.53)", "36.7"]);
  expect(rows[0]?.[6]).toMatch(/^Risk of bias, RoB 2: randomisation no information.*; overall some concerns$/);
  expect(rows.map(([name]) => name).slice(3)).toEqual([
    "Pooled: 3 studies, 350 hips",
    "95% prediction interval",
    "without Hauzeur 2018",
    "without Hernigou 2018",
    "without Jayankura 2023",
  ]);
});

it("has a row for each series, and leaves unknown values empty", () => {
  const series = seriesOf("hip-oa-hhs-change");
  expect(figureTable(series).rows[0]).toEqual([
    "Dall'Oca 2019",
    "micro-fragmented fat",
    "HHS, 0 to 100, higher is better",
    "6 months",
    "n = 6",
    "67.2",
    "84.6",
    "change +17.4",
  ]);
  const unknown = {
    ...series,
    series: [{ ...series.series[0]!, before: null, after: 80, statistic: "median" as const, change: null, n: null }],
  };
  expect(figureTable(unknown).rows[0]?.slice(4)).toEqual(["n not stated", "", "80 (medians)", ""]);
});

it("has as many cells in each row as columns", () => {
  for (const { columns, rows } of [figureTable(pooledOf("PS2c")), figureTable(seriesOf("hip-oa-pain-change"))])
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
});

it("has a row for each series of a proportion", () => {
  const { columns, rows } = figureTable(proportionOf("hip-oa-adverse-events"));
  expect(columns).toEqual(["Study", "Product", "Time", "Events of those counted", "Per cent (95% interval)"]);
  expect(rows[0]).toEqual(expect.arrayContaining(["Centeno 2014", "12/216", "5.6 (3.2 to 9.5)"])); // Wilson, as worked elsewhere
});

it("has a row for each of the nearest studies where none answers", () => {
  const { rows } = figureTable(nothingOn("hip-oa-intravenous"));
  expect(rows[0]).toEqual(["Centeno 2014", "another route: intra-articular"]);
});
