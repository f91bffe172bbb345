import type { Page, Span } from "../../page/page.ts";
import type { Citations } from "./cited-passages.ts";
import type { NamedBody } from "./guidelines.ts";
import type { Says } from "./says.ts";

/** A page with what it cites and says of it. */
export interface CitingPage {
  readonly page: Page;
  readonly citations: Citations;
  readonly says: Says;
  readonly bodies: readonly NamedBody[];
}

/** What a check finds: the sentence, the words in it, and what the source says instead. */
export interface FoundFault {
  readonly sentence: number; // index in page.sentences
  readonly words: readonly Span[];
  readonly detail: string;
  readonly sources: readonly string[]; // ids of what was read of the work that is spoken of; none where nobody here knows it
}
