import { pooledOf } from "@calcar/evidence/testing";
import { describe, expect, it } from "vitest";
import { serverDocument } from "../svg/server-document.ts";
import { forestPlot } from "./forest-plot.ts";

const WHOLE = pooledOf("PS3");
const draw = (without: readonly string[], width: number): string =>
  forestPlot(pooledOf("PS3", { without }), { document: serverDocument(), width, theme: "light", whole: WHOLE }).outerHTML;

describe.each([1000, 390])("a study that the reader left out, at %d pixels", (width) => {
  const svg = draw(["hernigou-2018"], width);

  it("keeps its place and its numbers, without a weight", () => {
    expect(svg.indexOf(">Hauzeur 2018<")).toBeLessThan(svg.indexOf(">Hernigou 2018<"));
    expect(svg.indexOf(">Hernigou 2018<")).toBeLessThan(svg.indexOf(">Jayankura 2023<"));
    expect(svg).toContain("left out");
    expect(svg).toContain("Left out by the reader: Hernigou 2018.");
    expect(svg).toContain(">Pooled: 2 studies, 100 hips<");
  });

  it("leaves the axis where it was", () => {
    const ticks = (figure: string) =>
      [...figure.matchAll(/<text transform="translate\(([\d.]+),[^>]*>([\d.]+)<\/text>/g)].map(([, x, text]) => [x, text]);
    const places = [[], ["hernigou-2018"], ["hauzeur-2018"], ["jayankura-2023"]].map((without) => ticks(draw(without, width)));
    expect(places[0]!.length).toBeGreaterThan(2);
    for (const place of places) expect(place).toEqual(places[0]);
  });
});
