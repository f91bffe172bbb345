import type { Result } from "@calcar/vocabulary";

/** What an awkward input gives: fields of a result, or a refusal. */
export type EdgeAnswer = Result<Readonly<Record<string, unknown>>>;

/** Answers to awkward inputs, by the id of the case after "edge-". The inputs stand in the words of the case only. */
export type Edges = Readonly<Record<string, () => EdgeAnswer>>;

export function mapAnswer<T>(result: Result<T>, fields: (value: T) => Record<string, unknown>): EdgeAnswer {
  return result.ok ? { ok: true, value: fields(result.value) } : result;
}

/** A case whose input stands in its words only, and is not one of those known: it cannot be put to us, which is no answer of ours. */
export class InputInWords extends Error {
  override readonly name = "InputInWords";

  constructor(id: string) {
    super(`the input of ${id} stands in its words only, not in args or inputs`);
  }
}
