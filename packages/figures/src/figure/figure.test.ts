import type { QuestionAnswer } from "@calcar/evidence";
import { nothingOn, pooledOf, proportionOf, seriesOf } from "@calcar/evidence/testing";
import { describe, expect, it } from "vitest";
import { serverDocument } from "../svg/server-document.ts";
import { tenStudies } from "../testing/ten-studies.ts";
import { ENGLISH } from "../words.ts";
import { drawFigure, EFFECT_FIGURES, type EffectFigure } from "./figure.ts";

const setting = { width: 1000, theme: "light", standalone: true } as const;
const figureOf = (answer: QuestionAnswer, figure?: EffectFigure) => drawFigure(answer, { ...setting, document: serverDocument() }, figure);

function svgOf(answer: QuestionAnswer, figure?: EffectFigure): string {
  const found = figureOf(answer, figure);
  if (!found.ok) throw new Error(found.refusal.reason);
  return found.value.outerHTML;
}

const CHANGE = seriesOf("hip-oa-hhs-change");
const PROPORTION = proportionOf("hip-oa-adverse-events");

it("draws the figure of each kind of answer", () => {
  expect(svgOf(pooledOf("PS3"))).toContain("Forest plot: ");
  expect(svgOf(CHANGE)).toContain("Change, no control group");
  expect(svgOf(PROPORTION)).toContain("How often, no control group");
});

describe("every figure", () => {
  const figures: [string, string][] = [
    ...EFFECT_FIGURES.map((figure): [string, string] => [figure, svgOf(tenStudies(), figure)]),
    ["change", svgOf(CHANGE)],
    ["proportion", svgOf(PROPORTION)],
  ];

  it.each(figures)("%s is an image with a title and every number in words", (_, svg) => {
    const [, id] = svg.match(/aria-labelledby="([^"]+)-title"/)!;
    expect(svg).toContain('role="img"');
    expect(svg).toContain(`<title id="${id}-title">`);
    expect(svg).toMatch(new RegExp(`<desc id="${id}-desc">[^<]{80,}</desc>`));
  });

  it.each(figures)("%s can travel alone: no script, no style sheet, nothing from elsewhere, text as text", (_, svg) => {
    expect(svg).not.toMatch(/<script|<style|<image|<foreignObject|href=|url\(|\son\w+=/);
    expect(svg).toContain("<text");
    expect(svg).toMatch(/font-family="[^"]*sans-serif/);
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(figures)("%s names nothing undefined and no number that is none", (_, svg) => expect(svg).not.toMatch(/undefined|NaN|Infinity/));
});

describe("refuses with its reason", () => {
  it.each<[string, QuestionAnswer, EffectFigure | undefined, [code: string, reason: string]]>([
    ["no study", nothingOn("hip-oa-intravenous"), undefined, ["no-figure", ENGLISH["refused.nothing-direct"]]],
    ["a funnel of five", pooledOf("PS3d"), "funnel", ["too-few-studies", "cannot tell bias from chance; here are 5"]],
    ["leaving out one of two", pooledOf("PS3b"), "leave-one-out", ["too-few-studies", "from three studies on; here are 2"]],
    ["one study over time", pooledOf("onfh-early-hhs"), "cumulative", ["too-few-studies", "needs at least two studies; here is 1"]],
    ["a study without a year", pooledOf("PS2"), "cumulative", ["year", "not stated for scitechnol-rct"]],
    ["a change as an effect", CHANGE, "forest", ["figure", "only a controlled effect"]],
    ["a frequency as an effect", PROPORTION, "forest", ["figure", "only a controlled effect"]],
  ])("%s", (_, answer, figure, [code, reason]) => {
    const found = figureOf(answer, figure);
    expect(found.ok ? undefined : found.refusal.code).toBe(code);
    expect(found.ok ? undefined : found.refusal.reason).toContain(reason);
  });
});

it("shows the pool over time and without each study in the answer's own numbers", () => {
  const pooled = pooledOf("PS3d");
  const whole = ">0.73 (0.42 to 1.26)<";
  const running = svgOf(pooled, "cumulative");
  expect(running).toContain(whole);
  expect(running).toContain(">Lim 2013<");
  expect(running).toContain(">1.02 (0.66 to 1.57)<"); // the oldest alone is that study
  const without = svgOf(pooled, "leave-one-out");
  expect(without).toContain(whole);
  for (const { estimate } of pooled.leaveOneOut) expect(without).toContain(`>${estimate.toFixed(2)} (`);
});

describe("how often", () => {
  it("shows each series with its events and Wilson's interval, and cannot be taken for an effect", () => {
    const svg = svgOf(PROPORTION);
    expect(svg).toContain(">12/216 hips<");
    expect(svg).toContain(">5.6 (3.2 to 9.5)<"); // 12 of 216 by Wilson, worked by hand elsewhere
    expect(svg).not.toMatch(/Favours|class="no-effect"/);
    expect(svg).toMatch(/aria-label="dot"[^>]*fill="#fcfbf8"|fill="#fcfbf8"[^>]*aria-label="dot"/);
  });

  it("says why nothing is pooled", () => {
    const answer = proportionOf("hip-oa-serious-adverse-events");
    expect(svgOf(answer)).toContain("Nobody had the event in any series");
  });

  it.each([390, 1200])("holds a pool as a hollow diamond with its prediction interval at %d pixels", (width) => {
    const pooled = { estimate: 0.1, ci: [0.05, 0.2] as [number, number], pi: [0.01, 0.5] as [number, number], tau2: 0.2, i2: 40 };
    const figure = drawFigure({ ...PROPORTION, pooled, notPooled: null }, { document: serverDocument(), width, theme: "print" });
    const svg = figure.ok ? figure.value.outerHTML : "";
    expect(svg).toMatch(/<path[^>]*fill="#ffffff"[^>]*d="M/);
    expect(svg).toContain("10.0 (5.0 to 20.0)");
    expect(svg).toContain("1.0 to 50.0");
  });
});
