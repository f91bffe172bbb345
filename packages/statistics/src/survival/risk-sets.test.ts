import { expect, it } from "vitest";
import { arrange } from "./cox-rows.ts";
import { overEventTimes } from "./risk-sets.ts";

it("keeps its digits when nearly all the risk had not yet entered", () => {
  const rows = arrange({ time: [9, 2, 3, 1], status: [1, 1, 0, 1], entry: [8, 0, 0, 0], covariates: { x: [5, 1, 2, 4] } });
  const risk = Float64Array.from(rows.order, (row) => [1e18, 1, 2, 4][row]!);
  const seen: { time: number; s0: number; first: number; second: number }[] = [];
  overEventTimes(rows, risk, ({ stratum, block, sums }) => {
    seen.push({ time: rows.time[stratum.blocks[block]!]!, s0: sums.s0, first: sums.s1[0]!, second: sums.s2[0]! });
  });
  const x = (row: number) => rows.x[rows.order.indexOf(row)]!;
  expect(seen.map(({ time, s0 }) => [time, s0])).toEqual([
    [9, 1e18],
    [2, 3],
    [1, 7],
  ]);
  expect(seen[1]!.first).toBeCloseTo(x(1) + 2 * x(2), 13);
  expect(seen[2]!.second).toBeCloseTo(x(1) ** 2 + 2 * x(2) ** 2 + 4 * x(3) ** 2, 12);
});
