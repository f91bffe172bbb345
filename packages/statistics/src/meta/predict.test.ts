import { expect, it } from "vitest";
import { pool } from "./pool.ts";
import { predict } from "./predict.ts";

const DATA = { yi: [0.1, 0.5, -0.3, 0.9, 0.2, 0.6], vi: [0.02, 0.05, 0.03, 0.08, 0.01, 0.04], tau2: "DL", ci: "z" } as const;
const moderators = [[1, 2, 3, 4, 5, 6]];

it("without moderators predicts the pooled mean", () => {
  const pooled = pool(DATA);
  const predicted = predict(DATA, [[]]);
  if (!pooled.ok || !predicted.ok) throw new Error("refused");
  const { estimate, se, ci, piSameCritical: pi } = pooled.value;
  const [row] = predicted.value;
  expect(row!.estimate).toBeCloseTo(estimate, 12);
  expect(row!.se).toBeCloseTo(se, 12);
  [...ci, ...pi!].forEach((limit, i) => {
    expect([...row!.ci, ...row!.pi][i]).toBeCloseTo(limit, 12);
  });
});

it.each([
  [[[1], [1, 2]], "invalid/lengths-differ"],
  [[[1], []], "invalid/lengths-differ"],
  [[[1], [Number.NaN]], "invalid/not-finite"],
  [[[Infinity]], "invalid/not-finite"],
])("refuses rows %j", (rows, code) => {
  const result = predict({ ...DATA, moderators }, rows);
  expect(result.ok ? undefined : `${result.refusal.kind}/${result.refusal.code}`).toBe(code);
});

it("refuses a row of which one value is missing among several", () => {
  const two = predict({ ...DATA, moderators: [...moderators, [3, 1, 4, 1, 5, 9]] }, [[1, Number.NaN]]);
  expect(two).toMatchObject({ refusal: { code: "not-finite" } });
});

it("refuses what its studies or its model are refused for", () => {
  expect(predict({ ...DATA, vi: [1] }, [[]])).toMatchObject({ refusal: { code: "lengths-differ" } });
  expect(predict({ ...DATA, level: 2 }, [[]])).toMatchObject({ refusal: { code: "level" } });
});
