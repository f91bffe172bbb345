import { catalog } from "@calcar/catalog/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importFile } from "./import-file.ts";
import type { ImportFormat } from "./imported.ts";
import { libraryOf } from "./library.ts";
import { example, exampleText } from "./testing.ts";

const MAPPING = exampleText("redcap-mapping.yaml");
const EXAMPLES: readonly (readonly [string, ImportFormat])[] = [
  ["library.ris", "ris"],
  ["library.bib", "bibtex"],
  ["pubmed.xml", "pubmed"],
  ["clinicaltrials.json", "clinicaltrials"],
  ["revman-5.csv", "revman"],
  ["revman-web-data-rows.csv", "revman"],
  ["redcap.csv", "redcap"],
];

/** Reads a file as a format; it may be refused, but it never breaks, and no record of it is lost. */
function holds(bytes: Uint8Array, as: ImportFormat): void {
  const file = importFile(bytes, { as, library: libraryOf(catalog, "2026-11-21"), ...(as === "redcap" ? { mapping: MAPPING } : {}) });
  if (!file.ok) {
    expect(file.problems.length).toBeGreaterThan(0);
    for (const { place, problem, expected } of file.problems) expect([place, problem, expected]).not.toContain("");
    return;
  }
  const { found, taken, entries, refused } = file.value;
  expect(taken + refused.length).toBe(found);
  expect(entries.reduce((sum, { records }) => sum + records, 0)).toBe(taken);
  for (const { problems } of refused) expect(problems.length).toBeGreaterThan(0);
}

describe.each(EXAMPLES)("%s", (name, format) => {
  const whole = example(name);

  it("cut off anywhere is told, never broken", () => {
    for (let end = 1; end < whole.length; end += Math.ceil(whole.length / 60)) holds(whole.subarray(0, end), format);
  });

  it("with any bytes changed is told, never broken", () => {
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.integer({ min: 9, max: 126 }) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const { at, byte } of changes) bytes[at] = byte;
        holds(bytes, format);
      }),
      { numRuns: 60 },
    );
  });

  it("taken for any other format is told, never broken", () => {
    for (const [, other] of EXAMPLES) holds(whole, other);
  });
});
