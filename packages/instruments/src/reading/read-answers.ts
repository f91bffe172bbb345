import type { CatalogInstrument } from "@calcar/catalog";
import { type Read, readJson } from "@calcar/vocabulary";
import { checkAnswers, EXPECTED, type ReadAnswers, type ReadOptions } from "./check-answers.ts";

/** No questionnaire comes near it: 40 answers are some 400 bytes. */
const MOST_BYTES = 100_000;

/**
 * Reads the answers to one questionnaire from the text of a file or a request.
 *
 * @returns the answers, or every problem: too large, not UTF-8, empty, not JSON, an item stated twice, or what `checkAnswers` finds
 */
export function readAnswers(instrument: CatalogInstrument, input: string | Uint8Array, options: ReadOptions = {}): Read<ReadAnswers> {
  const json = readJson(input, { name: "answers", expected: EXPECTED, mostBytes: MOST_BYTES });
  return json.ok ? checkAnswers(instrument, json.value, options) : json;
}
