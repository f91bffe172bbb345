import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Question, Study } from "@calcar/catalog/schema";
import { catalog } from "@calcar/catalog/testing";
import { afterAll, expect, it } from "vitest";
import { parse } from "yaml";
import { writeYaml } from "./write-yaml.ts";

const folder = mkdtempSync(join(tmpdir(), "calcar-write-yaml-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("writes what reads back the same: every study and question", () => {
  for (const study of catalog.studies.values()) {
    writeYaml(folder, "study.yaml", Study, study);
    expect(parse(readFileSync(join(folder, "study.yaml"), "utf8"))).toEqual(study);
  }
  for (const question of catalog.questions.values()) {
    writeYaml(folder, "question.yaml", Question, question);
    expect(parse(readFileSync(join(folder, "question.yaml"), "utf8"))).toEqual(question);
  }
});

it("refuses to leave anything out", () => {
  const study = { ...catalog.studies.get("gangji-2011")!, colour: "green" };
  expect(() => writeYaml(folder, "study.yaml", Study, study)).toThrow("no place for colour");
});

it("wraps texts at 110 columns and quotes days", () => {
  writeYaml(folder, "study.yaml", Study, catalog.studies.get("hernigou-2018")!);
  const text = readFileSync(join(folder, "study.yaml"), "utf8");
  expect(text).toContain('stillValidOn: "2026-11-21"');
  const prose = text.split("\n").filter((line) => !line.includes("://"));
  expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(116);
});
