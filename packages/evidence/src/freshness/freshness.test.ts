import { catalog } from "@calcar/catalog/testing";
import { addDays } from "@calcar/vocabulary";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerQuestion } from "../questions/answer-question.ts";
import { FIRST_SHOWN } from "../questions/choice.ts";
import { listQuestions } from "../questions/find-question.ts";
import { countedStudy, effectQuestion, smallCatalog } from "../testing/small-catalog.ts";
import { dueOf } from "./due.ts";
import { freshness, questionFreshness } from "./freshness.ts";
import { staleAfter } from "./stale-after.ts";

const YEAR = { days: 365, soonDays: 30 };

describe("something last looked at on a day", () => {
  it.each([
    ["2026-11-21", "fresh"],
    ["2027-10-21", "fresh"],
    ["2027-10-22", "due-soon"],
    ["2027-11-21", "due-soon"], // the last day
    ["2027-11-22", "stale"],
    ["2026-11-20", "dated-ahead"],
  ])("is on %s %s", (today, state) => {
    expect(dueOf("2026-11-21", YEAR, today)).toEqual({ last: "2026-11-21", due: "2027-11-21", state });
  });

  it("never grows fresher while nobody looks", () => {
    const rank = { "dated-ahead": 0, fresh: 1, "due-soon": 2, stale: 3 };
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 900 }),
        fc.nat(200),
        fc.integer({ min: 1, max: 400 }),
        fc.nat(100),
        (day, later, days, soonDays) => {
          const at = (offset: number) => rank[dueOf("2026-01-01", { days, soonDays }, addDays("2026-01-01", offset)).state];
          return at(day) <= at(day + later);
        },
      ),
    );
  });
});

describe("the knowledge on file", () => {
  it("is fresh on the day it was searched, with BATON and NCT04990128 running", () => {
    const found = freshness(catalog, "2026-11-21");
    if (!found.ok) throw new Error(found.refusal.code);
    const { questions, trials, studies, guidelines } = found.value;
    expect(questions).toHaveLength(catalog.questions.size);
    expect(questions.every(({ state }) => state === "fresh")).toBe(true);
    expect(studies).toEqual({ total: catalog.studies.size, next: "2027-11-21", overdue: [] }); // a year after they were read
    expect(guidelines.overdue).toEqual([]);
    expect(trials.filter(({ running }) => running).map(({ number }) => number)).toEqual(
      expect.arrayContaining(["NCT06123481", "NCT04990128"]),
    );
  });

  it("is stale a year later, the most urgent first", () => {
    const found = freshness(catalog, "2027-11-25");
    if (!found.ok) throw new Error(found.refusal.code);
    const { questions, trials, studies } = found.value;
    expect(questions.every(({ state }) => state === "stale")).toBe(true);
    expect(trials.every(({ state }) => state === "stale")).toBe(true);
    expect(studies.overdue.length).toBeGreaterThan(0);
  });

  it("tells one question, to stand beside its numbers", () => {
    const early = questionFreshness(catalog, catalog.questions.get("onfh-early-conversion")!, "2026-11-21");
    expect(early).toMatchObject({ ok: true, value: { state: "fresh", last: "2026-11-21", due: "2027-05-23" } });
  });
});

it("tells with every answer and every line of the list until when its search holds", () => {
  const until = "2027-05-23"; // half a year of 183 days after 2026-11-21, as the knowledge says
  for (const { id, freshUntil } of listQuestions(catalog)) {
    const answer = answerQuestion(catalog, id, FIRST_SHOWN);
    expect([id, freshUntil, answer.ok && answer.value.freshUntil]).toEqual([id, until, until]);
  }
  const alone = [countedStudy(["s", 1, 10, 2, 10]), countedStudy(["t", 1, 10, 2, 10])];
  expect(answerQuestion(smallCatalog(alone, [effectQuestion("Q")]), "Q", FIRST_SHOWN)).toMatchObject({ value: { freshUntil: null } });
  expect([staleAfter(until), staleAfter(null)]).toEqual(["stale after 2027-05-23", "how long that search stays fresh is not known"]);
  expect([staleAfter(until, until), staleAfter(until, "2027-05-24")]).toEqual(["stale after 2027-05-23", "STALE since 2027-05-23"]);
});

it.each(["2026-02-30", "today", ""])("refuses %j as a day", (today) => {
  expect(freshness(catalog, today)).toEqual({ ok: false, refusal: { kind: "invalid", code: "today", missing: [today] } });
});

it("calls nothing fresh when nobody has said how long that lasts", () => {
  const bare = smallCatalog([], [effectQuestion("Q")]);
  expect(freshness(bare, "2026-11-21")).toEqual({
    ok: false,
    refusal: { kind: "incomplete", code: "no-review-interval", missing: ["question-search"] },
  });
});
