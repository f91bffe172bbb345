import { pooledOf, proportionOf } from "@calcar/evidence/testing";
import { describe, expect, it } from "vitest";
import { forestPlot } from "../forest/forest-plot.ts";
import { proportionPlot } from "../proportion/proportion-plot.ts";
import { serverDocument } from "../svg/server-document.ts";
import { textWidth } from "../svg/text-width.ts";
import { ENGLISH } from "../words.ts";
import { judgementOf, LIGHTS } from "./light.ts";
import { domainText } from "./risk-text.ts";

/** As the two tools name them (RoB 2 of 2019, ROBINS-I of 2016), in the words of the knowledge. */
const JUDGEMENTS = ["low", "some-concerns", "high", "moderate", "serious", "critical", "no-information"];
const DOMAINS = [
  ...["randomisation", "deviations", "missing-data", "measurement", "selection-of-result"],
  ...["confounding", "selection-of-participants", "classification"],
];

const draw = (id: string, width = 1200): string =>
  forestPlot(pooledOf(id), { document: serverDocument(), width, theme: "light" }).outerHTML;
const rowsIn = (svg: string): string[] => svg.split('class="lights"').slice(1);

it("has a light for every judgement of both tools and a text for every domain", () => {
  for (const judgement of JUDGEMENTS) expect(judgementOf(judgement)).toBe(judgement);
  for (const domain of DOMAINS) expect(domainText(domain, ENGLISH)).not.toBe("");
  expect(() => judgementOf("green")).toThrow("no light");
});

it("tells one level from another without colour", () => {
  const looks = new Map(Object.values(LIGHTS).map(({ level, sign }) => [level, sign]));
  expect(new Set(looks.values()).size).toBe(looks.size);
  expect(new Set(Object.values(LIGHTS).map(({ shape }) => shape)).size).toBe(4);
});

describe.each([1200, 960, 390])("at %d pixels", (width) => {
  it("shows what the answer says of each study, domain by domain, overall last", () => {
    const svg = draw("PS3d", width);
    for (const [place, { riskOfBias }] of pooledOf("PS3d").studies.entries()) {
      const row = rowsIn(svg)[place]!.split("</g></g>")[0]!;
      const shown = [...row.matchAll(/data-judgement="([^"]+)"/g)].map(([, judgement]) => judgement);
      expect(shown).toEqual([...riskOfBias!.domains.map(({ judgement }) => judgement), riskOfBias!.overall]);
    }
  });

  it("names the tool of each row, what each place judges, and that nobody has signed it", () => {
    const svg = draw("PS3d", width)
      .replaceAll(/<\/text><text[^>]*>/g, " ")
      .replaceAll("&#160;", " ");
    expect(svg).toContain("RoB 2, from left to right: 1 randomisation, 2 deviations from intended interventions");
    expect(svg).toContain("ROBINS-I, from left to right: 1 confounding, 2 selection of participants");
    expect(svg).toContain(ENGLISH.riskUnsigned);
  });
});

it.each([840, 960, 1079])("keeps the lights and the name of their tool clear of the plot at %d pixels", (width) => {
  const setting = { document: serverDocument(), width, theme: "light" } as const;
  for (const svg of [
    forestPlot(pooledOf("PS3d"), setting).outerHTML,
    proportionPlot(proportionOf("hip-oa-adverse-events"), setting).outerHTML,
  ]) {
    const axis = Number(svg.match(/<line y2="[\d.]+" y1="[\d.]+" x2="([\d.]+)" x1="(?!0")[\d.]+" \/>/)![1]);
    const [, tool] = svg.match(/font-size="11"[^>]* x="([\d.]+)">ROBINS-I</)!;
    expect(Number(tool) - textWidth("ROBINS-I", 11)).toBeGreaterThan(axis);
  }
});

it("explains the judgements that occur and no others", () => {
  const svg = draw("PS1");
  expect(svg).toContain(">serious<");
  expect(svg).not.toContain(">critical<");
});

it("says that a study has not been assessed, and leaves the column out where none has", () => {
  const pooled = pooledOf("PS1");
  const [first, second] = pooled.studies as [(typeof pooled.studies)[0], (typeof pooled.studies)[0]];
  const setting = { document: serverDocument(), width: 1200, theme: "light" } as const;
  const half = forestPlot({ ...pooled, studies: [{ ...first, riskOfBias: null }, second] }, setting).outerHTML;
  expect(half).toContain("Risk of bias: not assessed<");
  const none = { ...pooled, studies: [first, second].map((study) => ({ ...study, riskOfBias: null })) };
  expect(forestPlot(none, setting).outerHTML).not.toMatch(/class="lights"|>Risk of bias/);
});
