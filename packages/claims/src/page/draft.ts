import type { BlockKind, BlockLayout, PageFormat, PageWarning, PaperLink, SourceMap, Span, TablePlace } from "./page.ts";

/** A block as a reader finds it, before anyone asks what it is for. */
export interface DraftBlock extends Span {
  readonly layout: BlockLayout;
  readonly body: Span; // its words, without list marks, number signs, bars: within start and end
  readonly level?: number;
  readonly cell?: Omit<TablePlace, "header" | "rowHead"> & { readonly isHeader: boolean };
  readonly hint?: BlockKind; // what the markup says it is for: class="testimonial"
}

/** What a reader hands over. Blocks stand in order and do not overlap. */
export interface Draft {
  readonly format: PageFormat;
  readonly text: string;
  readonly blocks: readonly DraftBlock[];
  readonly offsets: SourceMap;
  readonly title?: string;
  readonly links?: readonly PaperLink[];
  readonly language?: string; // as declared: "en-GB"
  readonly warnings: readonly PageWarning[];
}
