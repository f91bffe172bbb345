import { describe, expect, it } from "vitest";
import cues from "./cues.json" with { type: "json" };
import { isDisclaimer, sectionRole } from "./cues.ts";

describe("cues", () => {
  it.each(cues.disclaimerPhrases)("know a disclaimer by: %s", (phrase) => {
    expect(isDisclaimer(`Please note: ${phrase.toUpperCase().replaceAll(" ", "\n ")}`)).toBe(true);
  });

  it.each(["Results after one year were the same.", "We offer advice on exercise.", "It is not approved."])(
    "take no claim for a disclaimer: %s",
    (words) => expect(isDisclaimer(words)).toBe(false),
  );

  it.each([
    ["## References:", "references"],
    ["5. Bibliography", "references"],
    ["What our  patients say", "testimonials"],
    ["DISCLAIMER", "disclaimer"],
    ["References to cells in the press", undefined],
  ])("tell a section by its heading: %s", (heading, role) => expect(sectionRole(heading)).toBe(role));
});
