import type { Finding } from "@calcar/claims";
import { pageOfText } from "@calcar/claims";
import { describe, expect, it } from "vitest";
import type { Label, LabelledPage } from "./corpus.ts";
import { count, f1, marksOf, onUnlabelled, precision, recall } from "./tally.ts";

const label = (rule: string, start: number, end: number, confidence: Label["confidence"] = "high"): Label => ({
  rule,
  start,
  end,
  confidence,
  severity: "error",
});
const finding = (rule: string, start: number, end: number) => ({ rule, start, end, severity: "error" }) as unknown as Finding;
const page = (labels: readonly Label[], more: Partial<LabelledPage> = {}): LabelledPage => ({
  id: "p1",
  author: "a",
  origin: "constructed",
  page: pageOfText("One. Two."),
  labels,
  pageLabels: [],
  hardNegatives: [],
  ...more,
});
const tally = (labelled: LabelledPage, findings: readonly Finding[]) => {
  const { tp, fp, fn } = count(marksOf(labelled, findings, new Set(["whole"])));
  return { tp, fp, fn };
};

describe("a finding", () => {
  it("hits a label of its rule that it touches", () => {
    expect(tally(page([label("cure", 3, 9)]), [finding("cure", 8, 20)])).toEqual({ tp: 1, fp: 0, fn: 0 });
    expect(tally(page([label("cure", 3, 9)]), [finding("cure", 9, 20)])).toEqual({ tp: 0, fp: 1, fn: 1 });
    expect(tally(page([label("cure", 3, 9)]), [finding("safe", 3, 9)])).toEqual({ tp: 0, fp: 1, fn: 1 });
  });

  it("finds a label once; a second finding on it is no false alarm", () => {
    expect(tally(page([label("cure", 0, 9)]), [finding("cure", 0, 4), finding("cure", 5, 9)])).toEqual({ tp: 1, fp: 0, fn: 0 });
  });

  it("neither gains nor loses by a label of low confidence", () => {
    expect(tally(page([label("cure", 0, 4, "low")]), [finding("cure", 0, 4)])).toEqual({ tp: 0, fp: 0, fn: 0 });
    expect(tally(page([label("cure", 0, 4, "low")]), [])).toEqual({ tp: 0, fp: 0, fn: 0 });
  });
});

it("judges page rules once for a page, wherever the finding stands", () => {
  const labelled = page([], { pageLabels: [{ rule: "whole", confidence: "high" }] });
  expect(tally(labelled, [finding("whole", 0, 4)])).toEqual({ tp: 1, fp: 0, fn: 0 });
  expect(tally(page([]), [finding("whole", 0, 4)])).toEqual({ tp: 0, fp: 1, fn: 0 });
});

it("counts the hard negatives that were flagged", () => {
  const labelled = page([], { hardNegatives: [{ start: 0, end: 4, notRule: "cure" }] });
  expect(count(marksOf(labelled, [finding("cure", 2, 3)], new Set()))).toMatchObject({ hard: 1, hardOf: 1 });
  expect(count(marksOf(labelled, [finding("safe", 2, 3)], new Set()))).toMatchObject({ hard: 0, hardOf: 1 });
});

it("tells false alarms on a sentence with another label from those on one that nobody labelled", () => {
  const marks = marksOf(page([label("cure", 0, 4)]), [finding("safe", 0, 4), finding("safe", 5, 9)], new Set(["whole"]));
  expect([count(marks).fp, onUnlabelled(marks)]).toEqual([2, 1]);
  expect(onUnlabelled(marksOf(page([]), [finding("whole", 0, 4)], new Set(["whole"])))).toBe(0);
});

it("lets no rule of sentences mark what is honest by any rule", () => {
  const labelled = page([], { hardNegatives: [{ start: 0, end: 4, notRule: "any" }] });
  expect(count(marksOf(labelled, [finding("safe", 2, 3)], new Set()))).toMatchObject({ hard: 1, hardOf: 1 });
  const ofThePage = { ...finding("safe", 2, 3), scope: "page" } as const;
  expect(count(marksOf(labelled, [ofThePage], new Set()))).toMatchObject({ hard: 0, hardOf: 1 });
});

it("knows precision, recall and their harmonic mean, and that nothing has none", () => {
  const sum = { tp: 6, fp: 2, fn: 4, hard: 0, hardOf: 0 };
  expect([precision(sum), recall(sum), f1(sum)]).toEqual([0.75, 0.6, 2 / 3]);
  const none = { tp: 0, fp: 0, fn: 0, hard: 0, hardOf: 0 };
  expect([precision(none), recall(none), f1(none)]).toEqual([undefined, undefined, undefined]);
});
