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

it.each([1e18, 123456.789])("counts two covariates anew when a risk of %d has not yet entered", (late) => {
  const x = [5, 1, 2, 4];
  const z = [0.3, -1, 2, 0.5];
  const rows = arrange({ time: [9, 2, 3, 1], status: [1, 1, 0, 1], entry: [8, 0, 0, 0], covariates: { x, z } });
  const risk = Float64Array.from(rows.order, (row) => [late, 1, 2, 4][row]!);
  const of = (row: number, j: number) => rows.x[2 * rows.order.indexOf(row) + j]!;
  const seen: number[][] = [];
  overEventTimes(rows, risk, ({ sums }) => {
    seen.push([sums.s0, ...sums.s1, ...sums.s2]);
  });
  const expected = (members: readonly [row: number, risk: number][]) => {
    const sum = (f: (row: number) => number) => members.reduce((total, [row, r]) => total + r * f(row), 0);
    const moments = [
      [0, 0],
      [1, 0],
      [1, 1],
    ] as const;
    return [
      sum(() => 1),
      sum((row) => of(row, 0)),
      sum((row) => of(row, 1)),
      ...moments.map(([a, b]) => sum((row) => of(row, a) * of(row, b))),
    ];
  };
  expected([
    [1, 1],
    [2, 2],
  ]).forEach((value, i) => {
    expect(seen[1]![i]).toBeCloseTo(value, 12);
  });
  expected([
    [1, 1],
    [2, 2],
    [3, 4],
  ]).forEach((value, i) => {
    expect(seen[2]![i]).toBeCloseTo(value, 12);
  });
});

it("takes out of two covariates' sums whoever enters only at the event, without counting anew", () => {
  const rows = arrange({ time: [3, 2, 4], status: [1, 1, 0], entry: [0, 0, 2], covariates: { x: [1, 2, 5], z: [3, 1, 4] } });
  const of = (row: number, j: number) => rows.x[2 * rows.order.indexOf(row) + j]!;
  const seen: number[][] = [];
  overEventTimes(rows, Float64Array.of(1, 1, 1), ({ sums }) => {
    seen.push([sums.s0, ...sums.s1]);
  });
  // at 3 rows 0 and 2, at 2 rows 0 and 1
  [2, of(0, 0) + of(2, 0), of(0, 1) + of(2, 1)].forEach((value, i) => {
    expect(seen[0]![i]).toBeCloseTo(value, 12);
  });
  [2, of(0, 0) + of(1, 0), of(0, 1) + of(1, 1)].forEach((value, i) => {
    expect(seen[1]![i]).toBeCloseTo(value, 12);
  });
});
