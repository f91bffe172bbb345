import type { QuestionAnswer } from "@calcar/evidence";
import { nothingOn, pooledOf, proportionOf, seriesOf } from "@calcar/evidence/testing";
import type { EffectFigure, FigureResult } from "@calcar/figures";
import { expect, it } from "vitest";
import { pngFile, svgFile } from "./figure-file.ts";

/** Width and height stand in a PNG's first block. */
const sizeOf = (png: Uint8Array) => [Buffer.from(png).readUInt32BE(16), Buffer.from(png).readUInt32BE(20)];

function givenBy<T>(file: FigureResult<T>): T {
  if (!file.ok) throw new Error(file.refusal.reason);
  return file.value;
}

it.each<[QuestionAnswer, EffectFigure | undefined]>([
  [pooledOf("PS3"), undefined],
  [pooledOf("PS3"), "cumulative"],
  [pooledOf("PS3"), "leave-one-out"],
  [pooledOf("PS3"), "subgroups"],
  [seriesOf("hip-oa-pain-change"), undefined],
  [proportionOf("hip-oa-adverse-events"), undefined],
])("draws $question as SVG and PNG of the same shape: %#", async (answer, figure) => {
  const svg = givenBy(svgFile(answer, { figure }));
  const [, height] = svg.match(/viewBox="0 0 1200 (\d+)"/) ?? [];
  expect(sizeOf(givenBy(await pngFile(answer, { figure })))).toEqual([2400, 2 * Number(height)]);
  expect(svg).toContain(answer.doesNotShow.slice(0, 30));
});

it("hands on why there is no figure", async () =>
  expect(await pngFile(nothingOn("hip-oa-intravenous"))).toMatchObject({ ok: false, refusal: { code: "no-figure" } }));
