import { describe, expect, it } from "vitest";
import { pooledOf } from "../testing/known-answers.ts";
import { cumulativeByYear } from "./cumulative-by-year.ts";

const rowsOf = (id: string, choice = {}) => {
  const running = cumulativeByYear(pooledOf(id, choice));
  if (!running.ok) throw new Error(running.refusal.code);
  return running.value;
};

describe.each(["PS1", "PS3", "PS3d"])("%s by year", (id) => {
  it("begins with the oldest study alone and ends with the answer", () => {
    const pooled = pooledOf(id);
    const rows = rowsOf(id);
    expect(rows.map(({ k }) => k)).toEqual(pooled.studies.map((_, i) => i + 1));
    expect(rows.at(-1)!.n).toBe(pooled.n);
    const oldest = pooled.studies.find((study) => study.id === rows[0]!.added)!;
    expect(rows[0]!.estimate).toBeCloseTo(oldest.estimate, 10);
    expect(rows[0]!.ci[0]).toBeCloseTo(oldest.ci[0], 10);
    expect(rows.at(-1)!.estimate).toBeCloseTo(pooled.estimate, 10);
    expect(rows.at(-1)!.ci[1]).toBeCloseTo(pooled.ci[1], 10);
  });

  it("goes forward in time", () => {
    const years = rowsOf(id).map(({ year }) => year);
    expect(years).toEqual(years.toSorted((a, b) => a - b));
  });
});

it("pools the first two studies as a pool of the two does", () => {
  const [first, second, last] = rowsOf("PS3");
  const both = pooledOf("PS3", { without: [last!.added] });
  expect(first!.year).toBeLessThanOrEqual(second!.year);
  expect(second!.estimate).toBeCloseTo(both.estimate, 10);
  expect(second!.tau2).toBeCloseTo(both.tau2, 10);
});

it("refuses a study without a year by name, and a single study", () => {
  const undated = pooledOf("PS2");
  expect(cumulativeByYear(undated)).toMatchObject({ ok: false, refusal: { kind: "incomplete", code: "year" } });
  const single = pooledOf("onfh-early-hhs");
  expect(cumulativeByYear(single)).toMatchObject({ ok: false, refusal: { kind: "not-applicable", code: "too-few-studies" } });
});
