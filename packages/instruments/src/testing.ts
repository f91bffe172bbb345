import { readFileSync } from "node:fs";
import type { CatalogInstrument, Vector } from "@calcar/catalog";
import { judgeVector as judge } from "./testing/judge-vector.ts";
import { readValueSet } from "./value-sets/read-value-set.ts";
import type { ValueSet } from "./value-sets/value-set.ts";

/** A value set of the reference, for tests: published numbers that this repository does not offer to anybody. */
export function valueSetForTests(instrument: CatalogInstrument, id: string): ValueSet {
  const read = readValueSet(instrument, readFileSync(new URL(`../../../reference/instruments/value-sets/${id}.json`, import.meta.url)));
  if (!read.ok) throw new Error(read.problems.map(({ place, problem }) => `${place}: ${problem}`).join("\n"));
  return read.value;
}

/** Runs one worked example; what came out other than it must, empty when it passes. */
export const judgeVector = (instrument: CatalogInstrument, vector: Vector): string[] => judge(instrument, vector, valueSetForTests);
