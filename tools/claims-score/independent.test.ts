import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalog } from "@calcar/catalog/testing";
import { afterAll, expect, it } from "vitest";
import { independent } from "./independent.ts";
import { count } from "./tally.ts";

const CURE = "Stem cells are the cure for hip arthritis.";
const folder = mkdtempSync(join(tmpdir(), "calcar-independent-"));
for (const which of ["held", "read"]) {
  mkdirSync(join(folder, `pages-${which}`));
  writeFileSync(join(folder, `pages-${which}`, "p.txt"), CURE);
  writeFileSync(join(folder, `pages-${which}`, "annotations.jsonl"), JSON.stringify(page()));
  writeFileSync(join(folder, `short-pages-${which}.jsonl`), `${shortPage("a", CURE)}\n${shortPage("b", "The clinic opens at nine.")}\n`);
}
const sentences = [
  { t: CURE, r: ["cure-claim"] },
  { t: CURE, r: [] },
  { t: "The clinic opens at nine.", r: ["cure-claim"], c: CURE },
];
for (const which of ["held", "read"])
  writeFileSync(join(folder, `sentences-${which}.jsonl`), sentences.map((sentence) => JSON.stringify(sentence)).join("\n"));
writeFileSync(join(folder, "sentences-held.second.jsonl"), '{"i":0,"r":["cure-claim"]}\n{"i":2,"r":["no-risk-claim"]}\n');
afterAll(() => rmSync(folder, { recursive: true }));

function page() {
  const label = { start: 0, end: CURE.length, rule: "cure-claim", severity: "error", confidence: "high" };
  return { id: "p", file: "p.txt", textOrigin: "synthetic", source: null, annotations: [label], pageRules: [], hardNegatives: [] };
}

function shortPage(id: string, text: string) {
  const labels = [{ start: 0, end: text.length, rule: "cure-claim" }];
  return JSON.stringify({ id, kind: "mixed", genre: "a test", text, labels, pageRules: ["missing-risk-disclosure"], hardNegatives: [] });
}

it("counts on sentences what is found in them, and not in what stands before", () => {
  const sets = independent(folder, catalog, new Set(["missing-risk-disclosure"]));
  expect(sets.map(({ name, held, size }) => [name, held, size])).toEqual([
    ["pages, held", true, "1 page"],
    ["short pages, held", true, "2 pages"],
    ["sentences, held", true, "3 sentences"],
    ["pages, read", false, "1 page"],
    ["short pages, read", false, "2 pages"],
    ["sentences, read", false, "3 sentences"],
    ["a second annotator, no rules", true, "2 of the held sentences"],
  ]);
  const cures = sets.map(({ marks }) => count(marks.filter(({ rule }) => rule === "cure-claim")));
  expect(cures[0]).toMatchObject({ tp: 1, fp: 0, fn: 0 });
  expect(cures[1]).toMatchObject({ tp: 1, fp: 0, fn: 1 });
  expect(count(sets[1]!.marks.filter(({ rule }) => rule === "missing-risk-disclosure"))).toMatchObject({ tp: 1, fn: 1 });
  expect(cures[6]).toMatchObject({ tp: 1, fp: 0, fn: 1 });
  expect(cures[2]).toMatchObject({ tp: 1, fp: 1, fn: 1 });
});
