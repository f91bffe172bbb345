import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { pageOfText } from "../page/page-of-text.ts";
import { topicsOn } from "./claimed-topics.ts";
import { compile } from "./compile.ts";
import { readingsOf } from "./reading.ts";

const rules = compile(catalog);

/** The questions that the last sentence of a page leads to. */
function shown(text: string, { question, words }: { question?: string; words?: string } = {}) {
  const page = pageOfText(text);
  const { start, end } = page.sentences.at(-1)!;
  const at = words === undefined ? -1 : text.lastIndexOf(words);
  const spans = words === undefined ? [] : [{ start: at, end: at + words.length }];
  const topics = topicsOn({ page, readings: readingsOf(page, rules), rules })({ start, end, words: spans, question });
  return topics.map((topic) => topic.question ?? `none: ${topic.condition}`);
}

describe.each(catalog.claimOutcomes)("$id", ({ cases, questions, onlyWithItsRules }) => {
  const ofItsRule = onlyWithItsRules ? { question: Object.values(questions)[0]![0]! } : {};
  it.each(cases)("$text", ({ text, shows }) => expect(shown(text, ofItsRule).toSorted()).toEqual(shows.toSorted()));
});

describe("the condition", () => {
  const CLAIM = "Stem cells spare you the replacement.";
  it.each([
    ["of the sentence, whatever the page is about", `Arthritis\n\nOsteonecrosis is mended: ${CLAIM.toLowerCase()}`, ["PS3"]],
    ["of the block", `Arthritis hurts.\n\nOsteonecrosis is grave. ${CLAIM}`, ["PS3"]],
    ["of the heading", `We treat arthritis.\n\n# Osteonecrosis\n\n${CLAIM}`, ["PS3"]],
    ["of the page", `We treat osteonecrosis.\n\nWelcome.\n\n${CLAIM}`, ["PS3"]],
    ["of both that a page names", `We treat osteonecrosis and arthritis.\n\n${CLAIM}`, ["hip-oa-conversion", "PS3"]],
    ["that nobody can tell: of both, each named", CLAIM, ["hip-oa-conversion", "PS3"]],
  ])("is that %s", (_, text, expected) => expect(shown(text).toSorted()).toEqual(expected.toSorted()));
});

describe("the outcome", () => {
  it("is that of the words that break the rule", () => {
    expect(shown("In arthritis, cells end pain without surgery.", { words: "end pain" })).toEqual(["hip-oa-pain-effect"]);
  });

  it("is that of the rule's question where the sentence names none", () => {
    expect(shown("In osteonecrosis the cells work.", { question: "hip-oa-conversion" })).toEqual(["PS3"]);
    expect(shown("In osteonecrosis the cells work.")).toEqual([]);
  });

  it("is no harm where the rule is about a benefit", () => {
    expect(shown("In arthritis the cells are safe and effective.", { question: "hip-oa-pain-effect" })).toEqual(["hip-oa-pain-effect"]);
  });

  it("is answered by the rule's question where several answer it", () => {
    expect(shown("Pain falls in arthritis.", { question: "hip-oa-pain-change" })).toEqual(["hip-oa-pain-change"]);
  });
});
