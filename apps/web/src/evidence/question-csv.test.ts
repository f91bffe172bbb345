import { describe, expect, it } from "vitest";
import { questionCsv } from "./question-csv.ts";
import { pooled, series } from "./testing.tsx";

const COMMA = /,(?=(?:[^"]*"[^"]*")*[^"]*$)/; // outside quotes

const cells = (csv: string): Record<string, string>[] => {
  const [head = "", ...rows] = csv.trimEnd().split("\r\n");
  return rows.map((row) => Object.fromEntries(head.split(COMMA).map((name, i) => [name, row.split(COMMA)[i] ?? ""])));
};

describe("an answer as CSV", () => {
  it("has one row for each study and none for the pool", () => {
    const rows = cells(questionCsv(pooled({ studies: pooled().studies.map((study) => ({ ...study, design: "randomised" })) })));
    expect(rows.map(({ study }) => study)).toEqual(["hauzeur-2018", "jayankura-2023"]);
    expect(rows[1]).toMatchObject({ intervention_events: "6", intervention_hips: "25", comparator_events: "4", comparator_hips: "29" });
  });

  it("has means in columns of their own, and knees never under hips", () => {
    const [study] = pooled().studies;
    const means = { intervention: { mean: 82.4, sd: 9.2, n: 26 }, comparator: { mean: 77.4, sd: 17, n: 25 } };
    const [row] = cells(questionCsv(pooled({ measure: "MD", studies: [{ ...study!, ...means, design: "randomised" }] })));
    expect(row).toMatchObject({ intervention_mean: "82.4", intervention_sd: "9.2", intervention_n: "26", comparator_mean: "77.4" });
    expect(questionCsv(pooled({ counted: "knees" }))).toMatch(/^[^\n]*intervention_knees/);
  });

  it("says NA for what is not stated, never 0 and never nothing", () => {
    const [row] = cells(questionCsv(series({ scale: "not stated" })));
    expect(row).toMatchObject({
      n: "NA",
      months: "NA",
      before: "NA",
      after: "3",
      change: "NA",
      change_is_our_subtraction: "NA",
      year: "NA",
    });
  });

  it("calls a change a change", () => {
    expect(questionCsv(series())).toContain('"change without a control group, not an effect"');
  });

  it("quotes commas, quotes and line breaks", () => {
    const [study] = pooled().studies;
    const csv = questionCsv(pooled({ studies: [{ ...study!, note: 'the "larger", lesion\nside' }] }));
    expect(csv).toContain('"the ""larger"", lesion\nside"');
  });

  it("keeps every digit", () => {
    const [study] = pooled().studies;
    expect(questionCsv(pooled({ studies: [{ ...study!, yi: -1.1526795099383855 }] }))).toContain("-1.1526795099383855");
  });
});
