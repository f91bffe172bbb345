import fc from "fast-check";
import { expect, it } from "vitest";
import { pool } from "./pool.ts";
import { subgroups } from "./subgroups.ts";

// The numbers of the groups and of the test are held to metafor in reference/statistics-other/subgroups.json.
const DATA = { yi: [0.4, 0.1, 0.9, 1.1], vi: [0.04, 0.09, 0.05, 0.02], tau2: "REML", ci: "hksj" } as const;

function of(group: readonly string[], part: Partial<typeof DATA> = {}) {
  const result = subgroups({ ...DATA, ...part, group });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

it("pools each group as if there were no other, in the order of the input", () => {
  const { groups } = of(["b", "b", "a", "a"]);
  expect(groups.map(({ group, places }) => [group, places])).toEqual([
    ["b", [0, 1]],
    ["a", [2, 3]],
  ]);
  const alone = pool({ ...DATA, yi: [0.9, 1.1], vi: [0.05, 0.02] });
  expect(alone.ok && alone.value).toMatchObject({ estimate: groups[1]!.estimate, ci: groups[1]!.ci });
});

it("gives a study alone in its group its own normal interval", () => {
  const [, , single] = of(["a", "a", "b", "c"]).groups;
  expect(single).toMatchObject({ k: 1, estimate: 1.1, tau2: 0, flags: ["single-study"] });
  expect(single!.ci[1] - single!.ci[0]).toBeCloseTo(2 * 1.959963984540054 * Math.sqrt(0.02), 12);
});

it("has no test with one group, nor where no degrees of freedom are left", () => {
  expect(of(["a", "a", "a", "a"])).not.toHaveProperty("difference");
  expect(of(["a", "b", "c", "d"])).not.toHaveProperty("difference");
});

it("splits Cochran's Q in the equal-effects model: within and between add up to the whole", () => {
  const study = fc.record({ y: fc.double({ min: -3, max: 3, noNaN: true }), v: fc.double({ min: 0.01, max: 2, noNaN: true }) });
  const named = fc.tuple(study, fc.constantFrom("a", "b", "c"));
  fc.assert(
    fc.property(fc.array(named, { minLength: 4, maxLength: 20 }), (rows) => {
      const group = rows.map(([, name]) => name);
      fc.pre(new Set(group).size > 1);
      const request = { yi: rows.map(([{ y }]) => y), vi: rows.map(([{ v }]) => v), tau2: "EE", ci: "z" } as const;
      const [whole, split] = [pool(request), subgroups({ ...request, group })];
      if (!whole.ok || !split.ok) throw new Error("refused");
      const within = split.value.groups.reduce((sum, { q }) => sum + (q?.q ?? 0), 0);
      expect(within + split.value.difference!.statistic).toBeCloseTo(whole.value.q!.q, 6);
    }),
  );
});

it("refuses names that are not as many as the studies", () => {
  expect(subgroups({ ...DATA, group: ["a"] })).toMatchObject({ refusal: { kind: "invalid", code: "lengths-differ" } });
});
