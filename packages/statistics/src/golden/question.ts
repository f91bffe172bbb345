import type { GoldenCase, GoldenFile, Operation } from "./operation.ts";

/** One case of a golden file with what it was computed from. */
export interface GoldenQuestion {
  readonly id: string;
  /** What was computed, in words; where a case names its model only here, the words are read. */
  readonly call: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** The very vectors used, when the file gives them. */
  readonly input: Readonly<Record<string, unknown>> | undefined;
  readonly dataset: Readonly<Record<string, unknown>>;
  /** How derived columns and reference levels were coded, in words; empty when the file does not say. */
  readonly coding: string;
  /** States named by another case on the same input, for cases that number them only. */
  readonly states: readonly string[];
  /** Read for names and order only (coefficients, strata, states), never for values. */
  readonly expected: Readonly<Record<string, unknown>>;
}

/** The fields an operation answers with, named as in the golden file; a missing value is null. */
export type GoldenAnswer = Readonly<Record<string, unknown>>;

/** An operation from a function of the case with its vectors looked up. */
export const answering =
  (answer: (question: GoldenQuestion) => GoldenAnswer): Operation =>
  (testCase: GoldenCase, file: GoldenFile) =>
    answer({
      id: testCase.id,
      call: testCase.call ?? "",
      args: testCase.args,
      input: testCase.input === undefined ? undefined : file.inputs?.[testCase.input],
      coding: codingOf(file),
      states: statesOf(testCase, file),
      dataset: (file.dataset ?? {}) as Readonly<Record<string, unknown>>,
      expected: testCase.expected,
    });

function codingOf(file: GoldenFile): string {
  const notes = "notes" in file ? (file.notes as { readonly coding?: unknown } | null) : undefined;
  return typeof notes?.coding === "string" ? notes.coding : "";
}

function statesOf({ input }: GoldenCase, { cases }: GoldenFile): readonly string[] {
  const named = cases.find((other) => other.input === input?.replace(/-aalen-var$/, "") && Array.isArray(other.expected.states));
  return (named?.expected.states as readonly string[] | undefined) ?? [];
}
