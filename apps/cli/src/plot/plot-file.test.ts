import { pooledOf, seriesOf } from "@calcar/evidence/testing";
import { expect, it } from "vitest";
import { plotFile } from "./plot-file.ts";

/** Width and height stand in a PNG's first block. */
const sizeOf = (png: Uint8Array) => [Buffer.from(png).readUInt32BE(16), Buffer.from(png).readUInt32BE(20)];

it.each([pooledOf("PS3"), seriesOf("hip-oa-pain-change")])("draws $question as SVG and PNG of the same shape", async (answer) => {
  const svg = String(await plotFile(answer, "svg"));
  const [, height] = svg.match(/viewBox="0 0 1000 (\d+)"/) ?? [];
  expect(sizeOf((await plotFile(answer, "png")) as Uint8Array)).toEqual([2000, 2 * Number(height)]);
  expect(svg).toContain(answer.doesNotShow.slice(0, 30));
});
