import type { Catalog } from "@calcar/catalog";
import type { PlainDate, Problem } from "@calcar/vocabulary";
import type { Evaluation } from "../schema.ts";
import { type Parsed, parseEvaluation } from "./parse-evaluation.ts";
import { repeatedKeys } from "./repeated-keys.ts";

/** No evaluation comes near it: 52 facts are some 3 kB. */
export const MAX_EVALUATION_BYTES = 1_000_000;

/**
 * Reads an evaluation from the bytes of a file or a request.
 *
 * @returns the evaluation, or every problem: too large, not UTF-8, not JSON, a key stated twice, or what `parseEvaluation` finds
 */
export function readEvaluation(catalog: Catalog, bytes: Uint8Array, today: PlainDate): Parsed<Evaluation> {
  if (bytes.length > MAX_EVALUATION_BYTES) {
    return refused("evaluation", `${bytes.length} bytes`, `at most ${MAX_EVALUATION_BYTES} bytes`);
  }
  const text = decode(bytes);
  if (text === undefined) return refused("evaluation", "invalid UTF-8", "a text in UTF-8");
  if (text.trim() === "") return refused("evaluation", "empty", "a JSON object with schema, asOf, hip and facts");
  const json = parse(text);
  if (!json.ok) return json;
  const repeated = repeatedKeys(text);
  if (repeated.length > 0) {
    return { ok: false, problems: repeated.map((place) => ({ place, problem: "stated twice", expected: "each field once" })) };
  }
  return parseEvaluation(catalog, json.value, today);
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parse(text: string): Parsed<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const [, place] = /\(line (\d+ column \d+)\)/.exec(String(error)) ?? [];
    return refused(place ? `line ${place}` : "evaluation", "not JSON", "a JSON object with schema, asOf, hip and facts");
  }
}

const refused = (place: string, problem: string, expected: string): Parsed<never> => {
  const only: Problem = { place, problem, expected };
  return { ok: false, problems: [only] };
};
