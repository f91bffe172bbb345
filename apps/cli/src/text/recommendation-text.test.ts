import { readFileSync } from "node:fs";
import { join } from "node:path";
import { catalog } from "@calcar/catalog/testing";
import { readEvaluation, recommend } from "@calcar/guidance";
import { expect, it } from "vitest";
import { ROOT } from "../testing.ts";
import { recommendationText } from "./recommendation-text.ts";

const read = readEvaluation(catalog, readFileSync(join(ROOT, "examples", "onfh-may-be-discussed.json")), "2026-11-21");
if (!read.ok) throw new Error("the example is an evaluation");
const evaluation = read.value;
const on = (today: string): string => recommendationText(catalog, evaluation, recommend(catalog, evaluation), today);
const stale = (today: string): number => on(today).match(/STALE: a new search was due by 2027-05-23/g)?.length ?? 0;

it("says of every number under an answer when it was last searched, and that it is stale once it is", () => {
  const lines = recommend(catalog, evaluation).evidence.length;
  expect(on("2026-11-21").match(/last searched 2026-11-21/g)).toHaveLength(lines);
  expect([stale("2026-11-21"), stale("2027-05-23"), stale("2027-05-24")]).toEqual([0, 0, lines]);
});
