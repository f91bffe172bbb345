import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { groupOf, type JudgedGroup, outdated } from "./judged.ts";
import { writeReport } from "./report.ts";
import { scoreOf } from "./score.ts";

const folder = mkdtempSync(join(tmpdir(), "calcar-mutation-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const mutant = (status: string, column: number, replacement: string) => ({
  status,
  replacement,
  location: { start: { line: 2, column }, end: { line: 2, column: column + 5 } },
});
const report = {
  files: {
    "packages/statistics/src/meta/sum.ts": {
      source: "// adds\n  a + b > c;\n",
      mutants: [
        mutant("Killed", 3, "a - b"),
        mutant("Timeout", 3, "true"),
        mutant("Survived", 3, "a * b"),
        mutant("NoCoverage", 3, ""),
        mutant("RuntimeError", 3, "?"),
      ],
    },
  },
};
const path = join(folder, "meta.json");
writeFileSync(path, JSON.stringify(report));
const score = scoreOf("meta", path);
const judged: JudgedGroup[] = [{ verdict: "equivalent", reason: "Nobody can tell", mutants: [["meta/sum.ts", "a + b", "a * b"]] }];

it("counts what was noticed of all mutants that could run, uncovered ones as survivors", () => {
  expect(score).toMatchObject({ name: "meta", killed: 1, timedOut: 1, survived: 2, percent: 50 });
  expect(score.files).toEqual([{ name: "meta/sum.ts", killed: 1, timedOut: 1, survived: 2, percent: 50 }]);
});

it("shows each survivor at its place with what it was", () => {
  expect(score.survivors[0]).toEqual({ file: "meta/sum.ts", row: 2, line: "a + b > c;", original: "a + b", replacement: "a * b" });
});

it("finds the judgement of a survivor by file, line and replacement, and none for another", () => {
  const [read, unread] = score.survivors;
  expect(groupOf(judged, read!)).toBe(judged[0]);
  expect(groupOf(judged, unread!)).toBeUndefined();
});

it("names judgements that fit no survivor of the family any more", () => {
  const old: JudgedGroup = {
    ...judged[0]!,
    mutants: [
      ["meta/sum.ts", "a + b", "gone"],
      ["survival/sum.ts", "a", "b"],
    ],
  };
  expect(outdated([...judged, old], score.survivors, "meta")).toEqual(["meta/sum.ts | a + b | gone"]);
});

it("writes scores, judged survivors under their reason, and those without a reason", () => {
  const out = join(folder, "mutation.md");
  writeReport([score], judged, { tool: "StrykerJS 0", day: "2026-01-02" }, out);
  const text = readFileSync(out, "utf8");
  expect(text).toContain("| meta | 4 | 1 | 1 | 2 | 50.00 % |");
  expect(text).toContain("### Nobody can tell (equivalent, 1)\n\n- meta/sum.ts:2 `` a + b `` as `` a * b ``");
  expect(text).toContain(
    "### No reason yet: tests written after the run may notice these\n\n- meta/sum.ts:2 `` a + b `` as `` (nothing) ``",
  );
});
