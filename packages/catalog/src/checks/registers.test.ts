import { problemLine } from "@calcar/vocabulary";
import { expect, it } from "vitest";
import { parseCatalog } from "../parse-catalog.ts";
import { smallKnowledge } from "../small-knowledge.ts";

const problemsOf = (files: ReturnType<typeof smallKnowledge>): string[] => {
  const parsed = parseCatalog(files);
  return parsed.ok ? [] : parsed.problems.map(problemLine);
};

it("holds benchmarks, registered trials, searches and intervals of review by their ids", () => {
  const parsed = parseCatalog(smallKnowledge());
  if (!parsed.ok) throw new Error(parsed.problems.map(problemLine).join());
  const { benchmarks, trials, searches, reviewIntervals } = parsed.catalog;
  expect(benchmarks.get("adams-2020")?.figures[0]?.value).toBe(4.3);
  expect(trials.get("nct00000001")?.status).toBe("recruiting");
  expect(searches.get("first")?.notFound[0]?.what).toBe("a second trial");
  expect(reviewIntervals.get("study")?.days).toBe(365);
});

it("refuses a registered trial whose report is not on file", () => {
  const files = smallKnowledge(["trials/nct00000001.yaml", "study: adams-2020", "study: baker-2021"]);
  expect(problemsOf(files)).toEqual([
    "knowledge/trials/nct00000001.yaml:12: study baker-2021 is not in knowledge/studies; expected the id of a study",
  ]);
});

it("refuses a search that misses something in a study that is not on file", () => {
  const files = smallKnowledge(["searches/first.yaml", "study: adams-2020", "study: baker-2021"]);
  expect(problemsOf(files).join()).toContain("study baker-2021 is not in knowledge/studies");
});

it("refuses two intervals for one kind of thing", () => {
  const again = {
    path: "review-intervals/other.yaml",
    text: smallKnowledge().find(({ path }) => path === "review-intervals/study.yaml")!.text,
  };
  const files = [...smallKnowledge(), { ...again, text: again.text.replace("id: study", "id: other") }];
  expect(problemsOf(files).join()).toContain("study already has an interval in knowledge/review-intervals/other.yaml");
});

it("refuses a figure twice among the benchmarks", () => {
  const text = smallKnowledge().find(({ path }) => path === "benchmarks/adams-2020.yaml")!.text;
  const files = [...smallKnowledge(), { path: "benchmarks/baker-2021.yaml", text: text.replace("id: adams-2020", "id: baker-2021") }];
  expect(problemsOf(files).join()).toContain("figure revision-10 is already in knowledge/benchmarks/adams-2020.yaml");
});
