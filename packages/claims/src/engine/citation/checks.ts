import type { Page, Span } from "../../page/page.ts";
import type { ClaimKnowledge } from "../compile.ts";
import type { Reading } from "../reading.ts";

/** What a check of citations may look at. */
export interface CheckContext {
  readonly page: Page;
  readonly readings: readonly Reading[];
  readonly knowledge: ClaimKnowledge;
}

/** A citation at fault: the span to mark, the words at fault, and what is wrong in one sentence. */
export interface CitationFault extends Span {
  readonly words: readonly Span[];
  readonly detail?: string;
}

export type Check = (context: CheckContext) => readonly CitationFault[];

/** Checks of citations by the id that a rule of kind `citation` names. */
export const CHECKS: Readonly<Record<string, Check>> = {};
