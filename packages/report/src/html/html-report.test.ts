import { catalog } from "@calcar/catalog/testing";
import { answerQuestion, type Choice, FIRST_SHOWN, type QuestionAnswer } from "@calcar/evidence";
import { describe, expect, it } from "vitest";
import { evidenceReport } from "../evidence-report.ts";
import { htmlReport } from "./html-report.ts";

const TODAY = "2026-11-21";

function answerOf(id: string, choice: Partial<Choice> = {}): QuestionAnswer {
  const answer = answerQuestion(catalog, id, { ...FIRST_SHOWN, ...choice });
  if (!answer.ok) throw new Error(`${id}: ${answer.refusal.code}`);
  return answer.value;
}
const reportOf = (id: string, choice: Partial<Choice> = {}): string => htmlReport(evidenceReport(catalog, answerOf(id, choice), TODAY));
const at = (html: string, text: string): number => {
  const found = html.indexOf(text);
  expect(found, text).toBeGreaterThan(-1);
  return found;
};

it("tells the answer first, then how little it rests on, then the findings, the figure and the certainty", () => {
  const html = reportOf("PS3");
  const places = [
    "RR 0.75 (95% interval 0.28 to 1.98). The interval includes no difference.",
    "Only 3 studies with 350 hips",
    "It does not show a benefit",
    "Summary of findings",
    "<svg",
    "Certainty (GRADE)",
    "No reviewer has signed this judgement.",
    "To be read with it",
    "Sources",
  ].map((text) => at(html, text));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

it("says which side an interval lies on that holds no difference", () => {
  expect(reportOf("PS1")).toContain("RR 0.38 (95% interval 0.29 to 0.51). The interval lies wholly below no difference, which favours");
});

it("says when the search is stale, by the day it is told on", () => {
  expect(htmlReport(evidenceReport(catalog, answerOf("PS3"), "2030-01-01"))).toContain("STALE");
});

it("calls a change a change, and gives no findings table for it", () => {
  const html = reportOf("hip-oa-pain-change");
  expect(html).toContain("not an effect of the treatment, and nothing is pooled");
  expect(html).not.toContain("Summary of findings");
});

it("calls a frequency how often it happened", () => {
  expect(reportOf("hip-oa-conversion")).toContain("This is how often it happened, not an effect of the treatment.");
});

it("names what comes nearest where no study answers, and none of its numbers", () => {
  const html = reportOf("hip-oa-intravenous");
  expect(html).toContain("No study on file answers this question directly.");
  expect(html).not.toContain("<svg");
});

describe.each([...catalog.questions.keys()])("the report of %s", (id) => {
  const html = reportOf(id);

  it("is one file that fetches nothing and runs nothing", () => {
    expect(html).not.toMatch(/<script|<link|<img|url\(|@import|<iframe/);
  });

  it("prints no value that is missing", () => {
    expect(html).not.toMatch(/undefined|\bnull\b|NaN|\[object/);
  });
});

it("lets no text of the knowledge become markup", () => {
  const answer = { ...answerOf("PS3"), asks: "<script>alert(1)</script>" };
  expect(htmlReport(evidenceReport(catalog, answer, TODAY))).not.toContain("<script>");
});
