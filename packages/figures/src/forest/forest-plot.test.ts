import type { Pooled } from "@calcar/evidence";
import { pooledOf } from "@calcar/evidence/testing";
import { describe, expect, it } from "vitest";
import type { FigureSetting } from "../setting.ts";
import { serverDocument } from "../svg/server-document.ts";
import { ENGLISH } from "../words.ts";
import { forestPlot } from "./forest-plot.ts";
import { armText } from "./forest-rows.ts";

const draw = (pooled: Pooled, setting: Partial<FigureSetting> = {}): string =>
  forestPlot(pooled, { document: serverDocument(), width: 1000, theme: "light", ...setting }).outerHTML;

const count = (svg: string, pattern: RegExp): number => [...svg.matchAll(pattern)].length;

describe.each(["PS1", "PS2c", "PS3", "PS3b"])("%s", (id) => {
  const pooled = pooledOf(id);

  it.each([
    [1000, "light", true],
    [390, "page", false],
  ] as const)("looks as it did at %d pixels, %s", async (width, theme, standalone) => {
    await expect(draw(pooled, { width, theme, standalone })).toMatchFileSnapshot(`__snapshots__/${id}-${width}-${theme}.svg`);
  });

  it.each([1000, 390])("shows each study with its counts, its interval and its weight in words at %d pixels", (width) => {
    const svg = draw(pooled, { width });
    for (const { label, intervention, comparator, weight } of pooled.studies) {
      expect(svg).toContain(`>${label}<`);
      for (const arm of [intervention, comparator]) expect(svg).toContain(armText(arm, ENGLISH));
      expect(svg).toContain(`${weight.toFixed(1)}%`);
    }
    expect(svg).toContain(`Pooled: ${pooled.k} studies, ${pooled.n} hips`);
    expect(count(svg, /Favours/g)).toBe(2);
  });
});

describe("a difference of means", () => {
  const pooled = pooledOf("onfh-early-hhs", { widen: ["phase"] });

  it.each([1000, 390])("shows means, spreads and numbers on an axis of points at %d pixels", async (width) => {
    const svg = draw(pooled, { width });
    await expect(svg).toMatchFileSnapshot(`__snapshots__/onfh-early-hhs-widened-${width}.svg`);
    expect(svg).toContain("82.4 (9.2), 26");
    expect(svg).toContain("Mean difference");
    expect(svg).toContain("Favours core decompression with cells");
    expect(svg).not.toContain("events");
  });
});

it.each([1000, 390])("counts knees as knees at %d pixels", (width) => {
  const svg = draw(pooledOf("knee-oa-serious-adverse-events"), { width });
  expect(svg).toMatch(/[Ee]vents \/ knees/);
  expect(svg).toContain("24 knees");
  expect(svg).not.toContain("hips");
});

describe("the marks", () => {
  it("are squares as large as the weights", () => {
    const svg = draw(pooledOf("PS1"));
    // A square of area A is drawn as "M-h,-hh..." with half side h: areas are as 7.5 to 92.5.
    const sides = [...svg.matchAll(/<path d="M(-[\d.]+),[^"]*" transform="translate/g)].map(([, side]) => Math.abs(Number(side)));
    const [small, large] = pooledOf("PS1").studies.map(({ weight }) => weight) as [number, number];
    expect(sides).toHaveLength(2);
    expect((sides[0]! / sides[1]!) ** 2).toBeCloseTo(small / large, 2);
  });

  it("stand on a logarithmic axis where their numbers are", () => {
    const svg = draw(pooledOf("PS3"));
    const squares = [...svg.matchAll(/<path d="[^"]*" transform="translate\(([\d.]+),/g)].map(([, x]) => Number(x));
    const [hauzeur, hernigou, jayankura] = squares as [number, number, number]; // 1.00, 0.316, 1.74
    expect((jayankura - hauzeur) / (hauzeur - hernigou)).toBeCloseTo(Math.log(1.74) / -Math.log(30 / 95), 2);
  });

  it("are a diamond for the pool, and none for a single study", () => {
    const diamonds = (svg: string) => count(svg.match(/<g class="diamonds">.*?<\/g>/)?.[0] ?? "", /<path (?!class="cut")/g);
    expect(diamonds(draw(pooledOf("PS3")))).toBe(1);
    const single = draw(pooledOf("PS3b", { without: ["hauzeur-2018"] }));
    expect(diamonds(single)).toBe(0);
    expect(single).toContain("One study, nothing pooled: 54 hips");
    expect(single).toContain("Left out by the reader: hauzeur-2018.");
  });

  it("draw the prediction interval as no other interval is drawn", () => {
    const dashed = [...draw(pooledOf("PS3")).matchAll(/<line[^>]*stroke-dasharray="5 3"[^>]*>/g)];
    expect(dashed).toHaveLength(1);
  });

  it("end in an arrow, with a sentence, where an interval runs on beyond the axis", () => {
    const svg = draw(pooledOf("PS3"));
    expect(count(svg, /class="cut"/g)).toBe(2); // the prediction interval, both ways
    expect(svg).toContain("&lt;0.01 to &gt;1000");
    expect(svg).toContain(ENGLISH.cut);
    expect(draw(pooledOf("PS1"))).not.toContain(ENGLISH.cut);
  });

  it("keep the line of no effect out of the words on a phone", () => {
    const pieces = (width: number) =>
      count(
        draw(pooledOf("PS1"), { width })
          .match(/<g[^>]*aria-label="rule"[^>]*>.*?<\/g>/g)!
          .at(-1)!,
        /<line/g,
      );
    expect(pieces(390)).toBeGreaterThan(pieces(1000));
  });
});

describe("a reader", () => {
  it("who cannot see finds every number in the description", () => {
    const svg = draw(pooledOf("PS3b"));
    expect(svg).toMatch(/<title id="[^"]+">Forest plot: What do the double-blind/);
    expect(svg).toContain(
      "Hauzeur 2018: 1.00 (0.66 to 1.53), 15/23 against 15/23, weight 88.1%. Risk of bias, RoB 2: randomisation no information",
    );
    expect(svg).toContain('role="img"');
  });

  it("reaches each study's own page where there are pages", () => {
    const svg = draw(pooledOf("PS1"), { studyAddress: (id) => `/evidence/studies/${id}` });
    expect(svg).toContain('<a href="/evidence/studies/gangji-2011">');
    expect(svg).toContain('role="group"');
  });

  it("of another language gets that language's words and numbers", () => {
    const svg = draw(pooledOf("PS1"), { words: { ...ENGLISH, language: "es", weight: "Peso" } });
    expect(svg).toContain(">Peso<");
    expect(svg).toContain("0,38 (0,29 to 0,51)");
  });

  it("of a file gets the title, what it does not show, and where it comes from", () => {
    const svg = draw(pooledOf("PS3"), { standalone: true });
    for (const text of ["Does adding cells", "It does not show a benefit", "Only 3 studies with 350 hips", "knowledge 0000000000000000"])
      expect(svg).toContain(text);
  });
});

describe("a study a reader must be careful with", () => {
  it("carries a sign where its numbers are from a secondary source, with a note", () => {
    const svg = draw(pooledOf("PS3"));
    expect(svg).toMatch(/>Jayankura 2023<tspan[^>]*>\u2020<\/tspan>/);
    expect(count(svg, /<tspan/g)).toBe(1);
    expect(svg).toContain(`>${ENGLISH.secondary}<`);
    expect(draw(pooledOf("PS1"))).not.toContain(ENGLISH.secondary);
  });

  it("carries another where only the reader let it in, with the reason", () => {
    const svg = draw(pooledOf("onfh-early-hhs", { widen: ["phase"] }));
    expect(svg).toMatch(/<tspan[^>]*>[\u2020]?\u2021<\/tspan>/);
    expect(svg).toContain("let in by the reader");
  });
});

it.each([
  ["MD", "In the units of the outcome: Harris Hip Score"],
  ["SMD", "In standard deviations of the outcome: Harris Hip Score"],
] as const)("names the unit of a difference of means: %s", (measure, words) =>
  expect(draw({ ...pooledOf("onfh-early-hhs", { widen: ["phase"] }), measure })).toContain(words),
);

it("turns the sides when the event is what a patient hopes for", () => {
  const sides = (pooled: Pooled) => [...draw(pooled).matchAll(/Favours core decompression (\w+)/g)].map(([, arm]) => arm);
  expect(sides(pooledOf("PS1"))).toEqual(["with", "alone"]);
  expect(sides({ ...pooledOf("PS1"), favoursIntervention: "higher" })).toEqual(["alone", "with"]);
});

it("draws a risk difference on a linear axis around zero", () => {
  const pooled = pooledOf("PS1");
  const studies = pooled.studies.map((study) => ({ ...study, estimate: -0.3, ci: [-0.5, -0.1] as [number, number] }));
  const svg = draw({ ...pooled, measure: "RD", estimate: -0.3, ci: [-0.4, -0.2], studies });
  expect(svg).toContain("Risk difference (95% CI)");
  expect(svg).toContain(">0.0<");
});

it("brings no style sheet, for pages whose policy forbids one", () => expect(draw(pooledOf("PS1"))).not.toContain("<style"));
