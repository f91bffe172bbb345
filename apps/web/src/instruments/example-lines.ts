import type { Scores } from "@calcar/instruments";
import type { Vector } from "./shapes.ts";

/** One score of a worked example: a number or a refusal ("incomplete/items-missing"), as it must be and as it is. */
export interface Line {
  readonly subscale: string;
  readonly expected: number | string;
  readonly computed: number | string | undefined; // absent where nothing was computed
  readonly agrees: boolean;
  readonly needsValueSet: boolean; // its value set lies with the tests and is not carried here
}

const CLOSE = 1e-9;

/** @param scores what the answers of the example score here; absent for an example that has none */
export function linesOf({ scores: values, refused = {}, within = CLOSE, valueSet }: Vector, scores: Scores | undefined): readonly Line[] {
  return Object.entries({ ...values, ...refused }).map(([subscale, expected]) => {
    const score = scores?.scores[subscale];
    const refusal = score?.refusal;
    const computed = score?.value ?? (refusal ? `${refusal.kind}/${refusal.code}` : undefined);
    const agrees =
      typeof expected === "number" && typeof computed === "number" ? Math.abs(expected - computed) <= within : expected === computed;
    return { subscale, expected, computed, agrees, needsValueSet: valueSet !== undefined && refusal?.code === "value-set-not-named" };
  });
}
