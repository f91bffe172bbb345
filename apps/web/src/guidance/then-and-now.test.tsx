// @vitest-environment jsdom
import type { AnswerNow } from "@calcar/contract";
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { LocaleProvider, loadPageTexts } from "../messages/messages.tsx";
import { ThenAndNow } from "./then-and-now.tsx";

await loadPageTexts();

afterEach(cleanup);

const given: AnswerNow["stored"]["recommendation"] = {
  schema: "calcar-recommendation/1",
  asOf: "2026-11-21",
  side: "left",
  pathway: "hip-oa",
  answer: "not-now",
  sentence: "Not now: something has to be done or cleared first.",
  meaning: "",
  reasons: [],
  warnings: [],
  notMet: [],
  missing: [],
  wouldChange: [],
  positions: [],
  evidence: [],
  nextSteps: [],
  knowledge: "aaa",
};
const stored: AnswerNow["stored"] = {
  id: "a",
  evaluation: "e",
  version: 1,
  hip: { id: "h", patient: "p", pseudonym: "P-014", side: "left", createdAt: "2026-11-21T09:00:00.000Z" },
  asOf: "2026-11-21",
  facts: {},
  recommendation: given,
  answeredAt: "2026-11-21T09:00:00.000Z",
  answeredBy: "Ana Ruiz",
};
const band = (today: Partial<AnswerNow["today"]>): string => {
  const now = { knowledge: "bbb", sameKnowledge: false, sameAnswer: true, recommendation: given, differences: [], ...today };
  return render(
    <LocaleProvider>
      <ThenAndNow stored={stored} today={now} />
    </LocaleProvider>,
  ).container.textContent;
};

it("says nothing while the knowledge is the same", () => expect(band({ sameKnowledge: true })).toBe(""));

it("says that newer knowledge gives the same answer, and names both versions", () => {
  const text = band({});
  for (const part of ["gives the same answer", "Nothing that a reader would see has moved", "Knowledge then aaa, today bbb"])
    expect(text).toContain(part);
});

it("says what today's knowledge would answer instead, with every difference", () => {
  const recommendation = { ...given, answer: "research-only" as const, sentence: "Only within research." };
  const text = band({ sameAnswer: false, recommendation, differences: ["A limit has moved.", "A study was added."] });
  for (const part of ["gives another answer", "Only within research", "A limit has moved.", "A study was added."])
    expect(text).toContain(part);
});
