import type { ClaimCondition, ClaimOutcome } from "@calcar/catalog";

/** The words that tell conditions and outcomes, as lists of the lexicon. */
export interface TopicWords {
  readonly conditions: readonly (ClaimCondition & { readonly lists: readonly number[] })[];
  readonly outcomes: readonly (ClaimOutcome & { readonly lists: readonly number[] })[];
}
