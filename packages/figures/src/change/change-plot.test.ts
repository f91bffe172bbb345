import type { ChangeRow, ChangeSeries } from "@calcar/evidence";
import { seriesOf } from "@calcar/evidence/testing";
import { describe, expect, it } from "vitest";
import type { FigureSetting } from "../setting.ts";
import { serverDocument } from "../svg/server-document.ts";
import { changePlot } from "./change-plot.ts";

const draw = (series: ChangeSeries, setting: Partial<FigureSetting> = {}): string =>
  changePlot(series, { document: serverDocument(), width: 1000, theme: "light", ...setting }).outerHTML;

const PAIN = seriesOf("hip-oa-pain-change");
const withRow = (given: Partial<ChangeRow>): ChangeSeries => ({ ...PAIN, series: [{ ...PAIN.series[0]!, ...given }] });

describe.each(["hip-oa-pain-change", "hip-oa-hhs-change", "hip-oa-womac-change"])("%s", (id) => {
  it.each([
    [1000, "light", true],
    [390, "page", false],
  ] as const)("looks as it did at %d pixels, %s", async (width, theme, standalone) => {
    await expect(draw(seriesOf(id), { width, theme, standalone })).toMatchFileSnapshot(`__snapshots__/${id}-${width}-${theme}.svg`);
  });

  it.each([1000, 390])("cannot be taken for an effect at %d pixels", (width) => {
    const svg = draw(seriesOf(id), { width });
    expect(svg).toContain(">Change, no control group<");
    expect(svg).not.toMatch(/class="diamonds"|Favours|no effect|Pooled/);
    // Marks are filled with the ground: hollow.
    const marks = [...svg.matchAll(/<g[^>]*aria-label="dot"[^>]*>/g)].map(([group]) => group);
    expect(marks.length).toBeGreaterThan(0);
    for (const mark of marks) expect(mark).toContain('fill="#fcfbf8"');
  });

  it("shows each series with its values, its scale and whom it counts", () => {
    const svg = draw(seriesOf(id));
    for (const { label, before, after, scale, n } of seriesOf(id).series) {
      expect(svg).toContain(`>${label}<`);
      expect(svg).toContain(`${before} to ${after}`);
      expect(svg).toContain(`>${scale}<`);
      expect(svg).toContain(`n&#160;=&#160;${n}`);
    }
  });
});

it("gives each instrument its own axis", () => {
  const headings = [...draw(PAIN).matchAll(/font-weight="600"[^>]*>([^<]+)<tspan/g)].map(([, name]) => name);
  expect(headings).toEqual(["NPS", "VAS pain", "NRS pain with activity", "pain score", "VAS pain"]); // one range is stated, one assumed
});

it("marks our own subtraction and explains the mark", () => {
  const svg = draw(PAIN);
  expect(svg).toContain("change \u22123.1*");
  expect(svg).toContain("* our subtraction of the two printed means");
  expect(draw(seriesOf("hip-oa-hhs-change"))).not.toContain("our subtraction");
});

it("marks the series whose numbers are from a secondary source, with a note", () => {
  const svg = draw(PAIN);
  const marked = [...svg.matchAll(/>([^<]+)<tspan[^>]*>\u2020<\/tspan>/g)].map(([, name]) => name);
  expect(marked).toEqual(PAIN.series.filter(({ verified }) => verified === "secondary-source").map(({ label }) => label));
  expect(marked).toContain("Natali 2022");
  expect(svg).toContain("Numbers taken from a secondary source");
});

describe("what is not known", () => {
  it.each<[string, Partial<ChangeRow>, string]>([
    ["how many were counted", { n: null }, "n&#160;not&#160;stated"],
    ["the values", { before: null, after: null, change: 6.4 }, "no values before and after"],
    ["a mean, where a median is printed", { statistic: "median", change: null }, "4.5 to 3.3 (medians)"],
  ])("%s is said in words", (_, given, words) => expect(draw(withRow(given))).toContain(words));

  it("has no mark", () => expect(draw(withRow({ before: null }))).not.toMatch(/aria-label="dot"[^>]*><path|aria-label="dot"[^>]*><circle/));

  it("points nowhere when the direction is not stated", () => {
    expect(draw(withRow({ higherIsBetter: false }))).toContain("\u2190 better");
    expect(draw(withRow({ higherIsBetter: true }))).toContain("better \u2192");
    expect(draw(withRow({ higherIsBetter: null }))).not.toContain("better \u2192");
  });

  it("takes its axis from the values when the range is not stated", () => {
    const svg = draw(withRow({ range: null, scale: "range not stated, lower is better" }));
    expect(svg).toContain("range not stated");
  });
});

it("says everything in its description too", () => {
  expect(draw(PAIN)).toMatch(
    /<desc[^>]*>Change, no control group\. Centeno 2014, NPS \(0 to 10, lower is better\): 4\.5 to 3\.3, change \u22121\.2, /,
  );
});
