import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Study } from "@calcar/catalog/schema";
import { describe, expect, it } from "vitest";
import { answerQuestion } from "../questions/answer-question.ts";
import { FIRST_SHOWN } from "../questions/choice.ts";
import type { CiMethod, Pooled, SubgroupAnalysis } from "../schema.ts";
import { countedStudy, effectQuestion, smallCatalog } from "../testing/small-catalog.ts";

interface Expected {
  readonly groups: readonly {
    readonly name: string;
    readonly k: number;
    readonly n: number;
    readonly estimate: number;
    readonly ci: number[];
    readonly tau2: number;
  }[];
  readonly test: { readonly statistic: number; readonly df: number; readonly dfDenominator: number | null; readonly p: number };
}
interface Case {
  readonly id: string;
  readonly counts: readonly {
    readonly ai: number;
    readonly n1i: number;
    readonly ci: number;
    readonly n2i: number;
    readonly group: string;
  }[];
  readonly z: Expected;
  readonly hksj: Expected;
}
const file = join(import.meta.dirname, "../../../../reference/evidence/subgroups.json");
const { cases } = JSON.parse(readFileSync(file, "utf8")) as { readonly cases: readonly Case[] };

type Phase = Study["phase"];

const pooledOf = (studies: readonly Study[], ci: CiMethod = "z"): Pooled => {
  const answer = answerQuestion(smallCatalog(studies, [effectQuestion("q")]), "q", { ...FIRST_SHOWN, ci });
  if (!answer.ok || answer.value.kind !== "effect") throw new Error("no pool");
  return answer.value;
};
const by = ({ subgroups }: Pooled, coordinate: SubgroupAnalysis["by"]): SubgroupAnalysis => {
  const found = subgroups.find((analysis) => analysis.by === coordinate);
  if (found === undefined) throw new Error(`the studies do not differ in ${coordinate}`);
  return found;
};

/** Groups of any name, carried by the stage of the studies. */
const PHASES: readonly Phase[] = ["before-collapse", "after-collapse", "mixed"];
const inPhase = (i: number, counts: readonly [number, number, number, number], phase: Phase): Study =>
  countedStudy([`s${String(i).padStart(2, "0")}`, ...counts], phase === undefined ? {} : { phase });

describe.each(cases)("$id", ({ counts, ...expected }) => {
  const names = [...new Set(counts.map(({ group }) => group))];
  const studies = counts.map((row, i) => inPhase(i, [row.ai, row.n1i, row.ci, row.n2i], PHASES[names.indexOf(row.group)]));

  it.each(["z", "hksj"] as const)("agrees with metafor, group by group, with a %s interval", (ci) => {
    const { groups, test } = by(pooledOf(studies, ci), "phase");
    expect(groups.map(({ k, n, pooled }) => ({ k, n, ...pooled }))).toEqual(
      expected[ci].groups.map(({ k, n, estimate, ci: [low, high], tau2 }) => ({
        k,
        n,
        estimate: expect.closeTo(estimate, 6),
        ci: [expect.closeTo(low!, 5), expect.closeTo(high!, 4)],
        tau2: expect.closeTo(tau2, 6),
        p: expect.any(Number),
        i2: expect.any(Number),
      })),
    );
    if (counts.length < 10) expect(test).toMatchObject({ refused: { code: "too-few-studies" } });
    else {
      const { statistic, df, dfDenominator, p } = expected[ci].test;
      expect(test).toMatchObject({ statistic: expect.closeTo(statistic, 6), df, dfDenominator, p: expect.closeTo(p, 7) });
    }
  });
});

it("does not pool a group of one study, and has no test that leans on it", () => {
  const studies = Array.from({ length: 11 }, (_, i) =>
    inPhase(i, [5 + (i % 4), 40, 9, 41], i === 0 ? "after-collapse" : "before-collapse"),
  );
  const { groups, test } = by(pooledOf(studies), "phase");
  expect(groups[0]).toMatchObject({ says: "after collapse", k: 1, n: 81, pooled: null });
  expect(test).toMatchObject({
    refused: { kind: "not-applicable", code: "single-study-group", reason: expect.stringContaining("after collapse") },
  });
});

it("gives what a text does not say a group of its own", () => {
  const groups = by(pooledOf([inPhase(1, [5, 40, 9, 41], "mixed"), inPhase(2, [4, 40, 9, 41], undefined)]), "phase").groups;
  expect(groups.map(({ name, says, studies }) => [name, says, studies])).toEqual([
    ["mixed", "before and after collapse", ["s01"]],
    ["not-stated", "not stated", ["s02"]],
  ]);
});

it("says every reason at once why there is no test", () => {
  const studies = [inPhase(1, [5, 40, 9, 41], "mixed"), inPhase(2, [4, 40, 9, 41], "mixed"), inPhase(3, [4, 40, 9, 41], "after-collapse")];
  const { test } = by(pooledOf(studies), "phase");
  expect("refused" in test && test.refused.reason).toMatch(/needs 10 studies or more; here are 3\. .*\(after collapse\)\./);
});

it("has nothing to say where the studies stand alike", () => {
  expect(pooledOf([inPhase(1, [5, 40, 9, 41], "mixed"), inPhase(2, [4, 40, 9, 41], "mixed")]).subgroups).toEqual([]);
});
