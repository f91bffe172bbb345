import { expect, it } from "vitest";
import type { AnswerCertainty } from "../schema.ts";
import { certaintyWarnings } from "./certainty-warnings.ts";

const certainty = (level: AnswerCertainty["level"], computedLevel: AnswerCertainty["computedLevel"]) =>
  ({
    level,
    computedLevel,
    signedBy: "A reviewer",
    domains: [{ domain: "publication-bias", differs: true }],
  }) as unknown as AnswerCertainty;

it("says where person and computation differ, and what it comes to", () => {
  expect(certaintyWarnings(certainty("very-low", "very-low"), [])).toEqual([
    "What a person judged and what is computed differ in publication bias (either way very low); both are given.",
  ]);
  expect(certaintyWarnings(certainty("low", "very-low"), [])).toEqual([
    "What a person judged and what is computed differ in publication bias (shown: low; computed: very low); both are given.",
  ]);
});

it("says that nobody signed, and that what a person judged was not this selection", () => {
  const unsigned = { ...certainty("low", "low"), signedBy: null, domains: [] };
  expect(certaintyWarnings(unsigned, ["gangji-2011"])).toEqual([
    "The certainty is this project's own judgement; no reviewer has signed it.",
    "What was judged by hand was judged on all studies of the question, not on this selection.",
  ]);
});
