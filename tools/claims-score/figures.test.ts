import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { readCorpus } from "./corpus.ts";
import { apparent } from "./left-out.ts";
import { count, type Mark, precision, recall } from "./tally.ts";

const folder = process.env.CALCAR_CLAIMS_CORPUS;

describe.skipIf(folder === undefined)("the labelled pages", () => {
  const pageRules = new Set(catalog.claims.filter(({ kind }) => kind === "absence").map(({ id }) => id));
  const marks = folder === undefined ? [] : apparent(readCorpus(folder), catalog, pageRules);
  const of = (wanted: (mark: Mark) => boolean) => count(marks.filter(wanted));

  it("are told apart as well as the issue asks: sentence rules", () => {
    const sentences = of(({ rule }) => !pageRules.has(rule));
    expect(precision(sentences)).toBeGreaterThanOrEqual(0.92);
    expect(recall(sentences)).toBeGreaterThanOrEqual(0.85);
  });

  it("raise hardly a false alarm of severity error", () => {
    expect(precision(of(({ rule, severity }) => severity === "error" && !pageRules.has(rule)))).toBeGreaterThanOrEqual(0.97);
  });

  it("are judged as a whole as well as the issue asks", () => {
    const whole = of(({ rule }) => pageRules.has(rule));
    expect(precision(whole)).toBeGreaterThanOrEqual(0.9);
    expect(recall(whole)).toBeGreaterThanOrEqual(0.9);
  });

  it("have their honest sentences left alone", () => {
    const { hard, hardOf } = of(() => true);
    expect(hard / hardOf).toBeLessThan(0.02);
  });
});
