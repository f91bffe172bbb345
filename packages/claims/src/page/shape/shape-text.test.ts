import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shapeText } from "./shape-text.ts";

const shape = (text: string, lineEnds?: "spaces" | "judge"): string[] =>
  shapeText(text, lineEnds).map(({ layout, body }) => `${layout}: ${text.slice(body.start, body.end)}`);

const LONG = "We draw marrow from the pelvis, spin it and inject the concentrate into the hip under a camera.";

describe("the shape of a plain text", () => {
  it.each([
    ["a title above a paragraph", `What we offer\n${LONG}`, ["heading: What we offer", `paragraph: ${LONG}`]],
    ["a question above its answer", `Is it safe?\n\n${LONG}`, ["heading: Is it safe?", `paragraph: ${LONG}`]],
    ["two headings in a row", `Our method\nStep One\n${LONG}`, ["heading: Our method", "heading: Step One", `paragraph: ${LONG}`]],
    ["capitals", `HIP ARTHRITIS AND CELLS\n${LONG}`, ["heading: HIP ARTHRITIS AND CELLS", `paragraph: ${LONG}`]],
    ["number signs", `## Risks ##\n${LONG}`, ["heading: Risks", `paragraph: ${LONG}`]],
    ["an underlined heading", `Risks\n=====\n${LONG}`, ["heading: Risks", `paragraph: ${LONG}`]],
    ["a bold line", `**Risks of the needle**\n${LONG}`, ["heading: Risks of the needle", `paragraph: ${LONG}`]],
    ["a title with a colon", `Known Side Effects:\n${LONG}`, ["heading: Known Side Effects:", `paragraph: ${LONG}`]],
    ["a numbered heading", `1. Lack of evidence\n\n${LONG}`, ["heading: Lack of evidence", `paragraph: ${LONG}`]],
    ["bullets", "Risks include:\n- pain\n- fever", ["paragraph: Risks include:", "list-item: pain", "list-item: fever"]],
    ["numbers", "1. Rest.\n2) Walk.", ["list-item: Rest.", "list-item: Walk."]],
    [
      "bullets without their signs",
      "Why cells?\nLess pain\nBetter sleep\nno scar at all\nMore walking\n\nCall us.",
      [
        "heading: Why cells?",
        "list-item: Less pain",
        "list-item: Better sleep",
        "list-item: no scar at all",
        "list-item: More walking",
        "paragraph: Call us.",
      ],
    ],
    ["a quotation", `> ${LONG}\n\nThat is what they say.`, [`quotation: ${LONG}`, "paragraph: That is what they say."]],
    [
      "a signature",
      `"I run again, and my hip is fine."\n- Tom K., Leeds`,
      ['paragraph: "I run again, and my hip is fine."', "paragraph: - Tom K., Leeds"],
    ],
    ["a caption", `Figure 2. The needle in the joint.\n${LONG}`, ["caption: Figure 2. The needle in the joint.", `paragraph: ${LONG}`]],
    ["a sentence as it is", "It does not work.\nNobody knows why.", ["paragraph: It does not work.", "paragraph: Nobody knows why."]],
    ["a last short line", `${LONG}\nBook a free call`, [`paragraph: ${LONG}`, "paragraph: Book a free call"]],
    ["a telephone number", `555-444-2385\n${LONG}`, ["paragraph: 555-444-2385", `paragraph: ${LONG}`]],
    ["a telephone number in brackets", `(555) 444-2385\n${LONG}`, ["paragraph: (555) 444-2385", `paragraph: ${LONG}`]],
    [
      "a menu",
      `Home | Team | Contact\n© 2024 Acme\n${LONG}`,
      ["paragraph: Home | Team | Contact", "paragraph: © 2024 Acme", `paragraph: ${LONG}`],
    ],
    ["a field of a record", `Authors: Haro M et al.\nReview: ${LONG}`, ["paragraph: Authors: Haro M et al.", `paragraph: Review: ${LONG}`]],
    ["a drawn line", `${LONG}\n\n* * *\n${LONG}`, [`paragraph: ${LONG}`, "paragraph: * * *", `paragraph: ${LONG}`]],
  ])("reads %s", (_, text, wanted) => {
    expect(shape(text)).toEqual(wanted);
  });

  it("joins the lines of a text broken at a width, and only of such a text", () => {
    const wrapped = [
      "The marrow is drawn from the back of the pelvis while you lie on",
      "your side. It is spun for a quarter of an hour, and what is left of",
      "it goes into the hip. Most people walk out with a stick and rest for",
      "two days before they go back to work.",
      "",
      "Some do not get better at all. The reasons are not known, and no one",
      "can tell beforehand who will feel a change.",
    ].join("\n");
    expect(shapeText(wrapped)).toHaveLength(2);
    expect(shapeText(`${LONG}\n${LONG}\n${LONG}\n${LONG}\n${LONG}`)).toHaveLength(5);
  });

  it("reads tables drawn with bars and set with tabs", () => {
    const bars = "| Treatment | Risk |\n|---|---|\n| Cells | none |\n";
    expect(shapeText(bars).map(({ cell, body }) => [cell?.row, cell?.column, cell?.isHeader, bars.slice(body.start, body.end)])).toEqual([
      [0, 0, true, "Treatment"],
      [0, 1, true, "Risk"],
      [1, 0, false, "Cells"],
      [1, 1, false, "none"],
    ]);
    expect(shape("Treatment\tRisk\nCells\tnone")).toEqual([
      "table-cell: Treatment",
      "table-cell: Risk",
      "table-cell: Cells",
      "table-cell: none",
    ]);
  });

  it("reads Markdown's line ends as spaces and its fences as code", () => {
    expect(shape("# A\nThe cells\nAre few.\n\n```\nx = 1\n```\nEnd", "spaces")).toEqual([
      "heading: A",
      "paragraph: The cells\nAre few.",
      "code: ```\nx = 1\n```",
      "paragraph: End",
    ]);
  });

  it("knows code that is set in, but not below an item, and no fence that is left open", () => {
    expect(shape("Call it:\n\n    curl x\n\n    curl y\n\nEnd.", "spaces")).toEqual([
      "paragraph: Call it:",
      "code: curl x\n\n    curl y",
      "paragraph: End.",
    ]);
    expect(shape("- one thing\n\n    More of it.\n\nEnd.", "spaces")).toEqual([
      "list-item: one thing",
      "paragraph: More of it.",
      "paragraph: End.",
    ]);
    expect(shape("One\n    goes on.", "spaces")).toEqual(["paragraph: One\n    goes on."]);
    expect(shape("It hurts.\n\n```\nStem cells cure.\n\nThey do.", "spaces")).toEqual([
      "paragraph: It hurts.",
      "paragraph: ```\nStem cells cure.",
      "paragraph: They do.",
    ]);
    expect(shape("    Set in", "judge")).toEqual(["paragraph: Set in"]);
  });

  it("puts every character that is not white space into exactly one block, in order", () => {
    const part = fc.constantFrom(
      "# ",
      "- ",
      "1. ",
      "> ",
      "|",
      "\t",
      "\n",
      "\n\n",
      "---",
      "===",
      "Hip pain",
      "It works.",
      "Is it?",
      "**",
      "```",
      " ",
      "\r\n",
      "– Tom",
      "[1]",
      "★",
      "\u2028",
      "    ",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 50 }), fc.constantFrom("judge" as const, "spaces" as const), (parts, lineEnds) => {
        const text = parts.join("");
        let from = 0;
        for (const { start, end, body } of shapeText(text, lineEnds)) {
          expect(text.slice(from, start).trim()).toBe("");
          expect(body.start).toBeGreaterThanOrEqual(start);
          expect(body.end).toBeLessThanOrEqual(end);
          expect(body.end).toBeGreaterThanOrEqual(body.start);
          expect(end).toBeGreaterThan(start);
          from = end;
        }
        expect(text.slice(from).trim()).toBe("");
      }),
      { numRuns: 500 },
    );
  });
});
