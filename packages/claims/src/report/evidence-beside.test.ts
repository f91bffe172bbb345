import { catalog } from "@calcar/catalog/testing";
import { answerQuestion, FIRST_SHOWN } from "@calcar/evidence";
import { isEstablished } from "@calcar/vocabulary";
import { describe, expect, it } from "vitest";
import { pageOfText } from "../page/page-of-text.ts";
import { checkPage } from "./check-page.ts";
import { evidenceBeside } from "./evidence-beside.ts";
import { evidenceResult } from "./evidence-result.ts";

const TODAY = "2026-11-22";
const beside = (question: string) => evidenceBeside(catalog, topicOf(question), TODAY);

function topicOf(question: string) {
  for (const { id, questions } of catalog.claimOutcomes)
    for (const [condition, asked] of Object.entries(questions)) if (asked.includes(question)) return { outcome: id, condition, question };
  throw new Error(question);
}

describe("the evidence beside a claim", () => {
  it.each([
    // reference/statistics: metafor on the counts of the question, read as `calcar pool` prints them
    ["PS1", "RR 0.38 (95% interval 0.29 to 0.51)", { measure: "RR", k: 2, n: 274, certainty: "very-low" }],
    ["PS3", "RR 0.75 (95% interval 0.28 to 1.98)", { measure: "RR", k: 3, n: 350, certainty: "very-low" }],
    // counts as printed: 17 of 55 in the vendor's summary; Wilson's interval by hand
    [
      "hip-oa-conversion",
      "17 of 55 patients, 31% (95% interval 20% to 44%; Natali 2022, mean 16 months, read in another text about it)",
      { k: 1, n: 55 },
    ],
  ])("of %s shows %s", (question, result, numbers) => {
    expect(beside(question)).toMatchObject({ results: [result], ...numbers, lastSearched: "2026-11-21", stale: false });
    expect(beside(question).says).toContain(`${result.charAt(0).toUpperCase()}${result.slice(1)}, `);
  });

  it("gives each study's own number with its denominator where nothing is pooled", () => {
    expect(beside("hip-oa-adverse-events").results).toEqual([
      expect.stringMatching(/^12 of 216 hips, 5\.6% /),
      expect.stringMatching(/^0 of 6 patients, 0% \(95% interval 0% to 39%; Dall/),
    ]);
    expect(beside("hip-oa-pain-change").results).toHaveLength(5);
    expect(beside("hip-oa-pain-change").results[0]).toBe("4.5 to 3.3 on 0 to 10 (Centeno 2014, n 216)");
    expect(beside("hip-oa-ohs-change").results).toEqual(["+6.4 on 0 to 48 (Centeno 2014, n 216)"]);
  });

  it("gives the arms of a single study", () => {
    expect(beside("onfh-late-conversion").results[0]).toMatch(
      /^RR 1\.00 \(95% interval 0\.66 to 1\.53; 15 of \d+ against 15 of \d+, Hauzeur 2018\)$/,
    );
  });

  it("says so where nothing direct is on file", () => {
    expect(beside("hip-oa-pain-effect").says).toMatch(
      /^Pain in hip osteoarthritis: .* No study, nothing direct is on file; last searched /,
    );
    const { says, ...unasked } = evidenceBeside(catalog, { outcome: "pain", condition: "onfh" }, TODAY);
    expect(unasked).toMatchObject({ kind: "not-asked", k: 0 });
    expect(says).toMatch(/^Nothing direct is on file, .* about pain in osteonecrosis\.$/);
  });

  it("turns stale with its search", () => {
    expect(evidenceBeside(catalog, topicOf("PS1"), "2031-01-01")).toMatchObject({ stale: true, says: expect.stringMatching(/, STALE\.$/) });
  });

  it("shows no number that rests on memory or on a seed page", () => {
    const answer = answerQuestion(catalog, "PS1", FIRST_SHOWN);
    if (!answer.ok || answer.value.kind !== "effect") throw new Error("PS1");
    const studies = answer.value.studies.map((study) => ({ ...study, verified: "recalled" as const }));
    expect(evidenceResult({ ...answer.value, studies })).toEqual({ results: [] });
    for (const id of catalog.questions.keys()) {
      const one = answerQuestion(catalog, id, FIRST_SHOWN);
      const rows = one.ok && "studies" in one.value ? one.value.studies : one.ok && "series" in one.value ? one.value.series : [];
      expect(rows.every(({ verified }) => isEstablished(verified))).toBe(true);
    }
  });
});

describe("a finding", () => {
  const shown = (text: string, rule: string) =>
    checkPage(pageOfText(text), catalog, { today: TODAY, rules: [rule] }).findings.map(({ evidence = [] }) =>
      evidence.map(({ question, condition, results }) => [question ?? `none: ${condition}`, results[0]?.split(" (")[0]]),
    );

  it.each([
    ["In a hip with osteonecrosis, stem cells prevent collapse of the femoral head.", "disease-modification", [["PS1", "RR 0.38"]]],
    ["Stem cells avoid hip replacement in osteonecrosis.", "avoids-surgery", [["PS3", "RR 0.75"]]],
    ["Stem cells avoid hip replacement in osteoarthritis.", "avoids-surgery", [["hip-oa-conversion", "17 of 55 patients, 31%"]]],
    [
      "With our stem cells you avoid hip replacement.",
      "avoids-surgery",
      [
        ["hip-oa-conversion", "17 of 55 patients, 31%"],
        ["PS3", "RR 0.75"],
      ],
    ],
    ["Stem cells relieve the pain of osteonecrosis.", "unhedged-efficacy", [["none: onfh", undefined]]],
    ["Stem cells regrow the cartilage of an arthritic hip.", "cartilage-regrowth", [["hip-oa-progression", undefined]]],
  ])("shows the evidence on the disease and the outcome it names: %s", (text, rule, expected) =>
    expect(shown(text, rule)).toEqual([expected]),
  );
});

it("is asked for by every rule about an outcome", () => {
  const silent = catalog.claims.filter(({ question, severity }) => question === undefined && severity !== "info").map(({ id }) => id);
  expect(silent).toEqual([
    "approval-blur",
    "celebrity-endorsement",
    "citation-mismatch",
    "disclaimer-contradiction",
    "disparages-standard-care",
    "mislabelled-product",
    "missing-alternatives-disclosure",
    "missing-regulatory-status",
    "missing-risk-disclosure",
    "sales-pressure",
    "universal-candidacy",
  ]);
});
