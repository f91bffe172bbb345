import type { Catalog } from "@calcar/catalog";
import { type PlainDate, readJson } from "@calcar/vocabulary";
import type { Evaluation } from "../schema.ts";
import { type Parsed, parseEvaluation } from "./parse-evaluation.ts";

/** No evaluation comes near it: 52 facts are some 3 kB. */
export const MAX_EVALUATION_BYTES = 1_000_000;

const FILE = { name: "evaluation", expected: "a JSON object with schema, asOf, hip and facts", mostBytes: MAX_EVALUATION_BYTES };

/**
 * Reads an evaluation from the bytes of a file or a request.
 *
 * @returns the evaluation, or every problem: too large, not UTF-8, not JSON, a key stated twice, or what `parseEvaluation` finds
 */
export function readEvaluation(catalog: Catalog, bytes: Uint8Array, today: PlainDate): Parsed<Evaluation> {
  const json = readJson(bytes, FILE);
  return json.ok ? parseEvaluation(catalog, json.value, today) : json;
}
