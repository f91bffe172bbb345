import type { Problem, Refusal } from "@calcar/vocabulary";

/** Input that breaks a rule, with every place to mend. */
export interface InvalidInput extends Refusal {
  readonly kind: "invalid";
  readonly problems: readonly Problem[];
}

export const invalid = (
  code: string,
  problems: readonly Problem[],
): {
  readonly ok: false;
  readonly refusal: InvalidInput;
} => ({ ok: false, refusal: { kind: "invalid", code, problems } });
