import { pooledOf } from "@calcar/evidence/testing";
import { expect, it } from "vitest";
import { EFFECT_FIGURES } from "../figure/figure.ts";
import { tenStudies } from "../testing/ten-studies.ts";
import { effectTable } from "./effect-table.ts";

it.each(EFFECT_FIGURES)("has as many cells in each row as columns: %s", (figure) => {
  const table = effectTable(tenStudies(), figure);
  if (!table.ok) throw new Error(table.refusal.code);
  expect(table.value.rows.length).toBeGreaterThan(9);
  for (const row of table.value.rows) expect(row).toHaveLength(table.value.columns.length);
});

it("holds the pool over time, its last row the answer", () => {
  const table = effectTable(pooledOf("PS3"), "cumulative");
  expect(table).toMatchObject({ ok: true, value: { columns: ["Study", "Rests on", "Risk ratio (95% CI)"] } });
  const rows = table.ok ? table.value.rows : [];
  expect(rows.map(([, k]) => k)).toEqual(["one study, 46 hips", "2 studies, 296 hips", "3 studies, 350 hips"]);
  const whole = effectTable(pooledOf("PS3"), "forest");
  const pooled = whole.ok ? whole.value.rows.find(([name]) => name?.startsWith("Pooled")) : undefined;
  expect(rows.at(-1)?.[2]).toBe(pooled?.[4]);
});

it("is refused where the figure is", () =>
  expect(effectTable(pooledOf("PS3"), "funnel")).toMatchObject({ ok: false, refusal: { code: "too-few-studies" } }));
