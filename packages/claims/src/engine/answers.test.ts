import { describe, expect, it } from "vitest";
import { pageOfText } from "../page/page-of-text.ts";
import { lint } from "./lint.ts";
import { smallClaims } from "./small-claims.ts";

const words = {
  treatment: ["stem cell/n"],
  provider: ["i"],
  "other-care": ["surgery", "exercise"],
  yes: ["yes"],
  "yes-alone": ["absolutely", "totally"],
  "yes-whole": ["as a rule"],
  "yes-verb": ["they can|do"],
  "no-alone": ["no|none", "absolutely not"],
  "asks-any": ["are there any?"],
  "answer-label": ["a"],
  fronting: ["if"],
};
const knowledge = smallClaims({
  words,
  cues: [
    { id: "no", excuse: "negation", reach: "after", en: ["not", "no", "nobody"] },
    { id: "they-say", excuse: "distance", reach: "rest", en: ["clinics claim"] },
    { id: "uncontrolled", excuse: "limits", reach: "passage", en: ["uncontrolled"] },
  ],
  rules: [
    {
      id: "works",
      kind: "phrase",
      excusedBy: ["negation", "question", "heading", "other-subject", "limits"],
      patterns: ["relieve/v pain", "no risk/n", "avoid pain", "<treatment> are safe", "you will walk again"],
    },
  ],
});
const smallerWith = (patterns: readonly object[]) =>
  smallClaims({ words, rules: [{ id: "offers", kind: "phrase", excusedBy: ["question"], patterns }] });
const found = (text: string) => lint(pageOfText(text), knowledge).map(({ quote, words }) => [quote, ...words]);

describe("an answer", () => {
  it.each([
    "Yes, in most cases.",
    "A. Yes.",
    "In our clinic, yes.",
    "Absolutely!",
    "Absolutely, and fast.",
    "In most people they can.",
    "As a rule.",
    "They do, and fast.",
  ])("that affirms asserts what is asked, in its own place: %s", (answer) =>
    expect(found(`Can stem cells relieve pain?\n\n${answer}`)).toEqual([[answer, "relieve pain"]]),
  );

  it.each([
    "No.",
    "Absolutely not.",
    "Absolutely nobody knows.",
    "As a rule, we first look at the hip.",
    "They can be bought in many places.",
    "Nobody has shown that they can.",
    "Clinics claim that they can.",
    "If they do, it is luck.",
    "Yes. But the series was uncontrolled.",
  ])("that does not leaves the question alone: %s", (answer) => expect(found(`Can stem cells relieve pain?\n\n${answer}`)).toEqual([]));

  it("holds for all questions asked in one breath, and for none above", () => {
    expect(found("Can they relieve pain? Is it so? Yes.")).toEqual([["Yes.", "relieve pain"]]);
    expect(found("Can they relieve pain?\n\nIs it so?\n\nYes.")).toEqual([]);
  });

  it("that affirms makes the question a statement", () => {
    expect(found("Are stem cells safe? Yes.")).toEqual([["Yes.", "stem cells safe"]]);
    expect(found("Are old stem cells safe? Yes.")).toEqual([]);
    expect(found("Will I walk again? Yes.")).toEqual([["Yes.", "I walk again"]]);
  });

  it("that denies there is such a thing says so", () => {
    expect(found("Are there any risks? None.")).toEqual([["None.", "Are there any risks"]]);
    expect(found("Are there any risks? No, there are none.")).toEqual([["No, there are none.", "Are there any risks"]]);
    expect(found("Are there any risks? None is known, and nobody has looked.")).toEqual([]);
    expect(found("Are there any risks? Yes.")).toEqual([]);
  });

  it("that denies a question lets it pass even where an unanswered one is taken for an offer", () => {
    const offers = [{ match: "relieve/v pain", despite: ["question"] }];
    const isFound = (text: string) => lint(pageOfText(text), smallerWith(offers)).length > 0;
    expect(isFound("Want to relieve pain?")).toBe(true);
    expect(isFound("Can they relieve pain? No.")).toBe(false);
  });

  it("that speaks of other care affirms nothing of the treatment", () => {
    expect(found("Can I avoid pain? Yes, with exercise.")).toEqual([]);
    expect(found("Can I avoid pain? Yes, with stem cells and exercise.")).toEqual([["Yes, with stem cells and exercise.", "avoid pain"]]);
    expect(found("Does surgery relieve pain? Yes.")).toEqual([]);
  });

  it("that repeats the claim is marked once", () => {
    expect(found("Do stem cells relieve pain? Yes, they relieve pain.")).toEqual([
      ["Yes, they relieve pain.", "relieve pain", "relieve pain"],
    ]);
  });
});
