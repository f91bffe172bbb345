/** A run of `Page.text`: UTF-16 code units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type PageFormat = "text" | "markdown" | "html" | "docx" | "pdf" | "web-archive";

/** What the author's markup or the layout of the text makes of a block. */
export type BlockLayout =
  | "heading"
  | "paragraph"
  | "list-item"
  | "table-cell"
  | "quotation" // set off as a quotation: <blockquote>, "> ..."
  | "caption"
  | "alt-text" // words for a picture: read aloud, and read by search engines
  | "meta" // <title>, meta description: what a search engine shows
  | "structured-data" // words of a JSON-LD block
  | "code";

/** What a block is for. The layout, unless its words say something more telling. */
export type BlockKind = BlockLayout | "question" | "reference" | "disclaimer" | "testimonial";

/** Where a cell stands in its table; rows and columns count from 0. */
export interface TablePlace {
  readonly table: number; // which table of the page, from 0
  readonly row: number;
  readonly column: number;
  readonly header?: number; // block index of the heading cell of its column
  readonly rowHead?: number; // block index of the first cell of its row: what the row is about
}

/**
 * One piece of a page that a reader takes in at once. Blocks stand in reading order and never overlap; every character
 * of `Page.text` that is not white space lies in exactly one.
 *
 * Block numbers (`section`, `question`, `leadIn`, `header`, `rowHead`) are indices into `Page.blocks`, always of an earlier block.
 */
export interface Block extends Span {
  readonly kind: BlockKind;
  readonly layout: BlockLayout;
  readonly level?: number; // of a heading, 1 to 6; of a list item, its depth from 1
  readonly section?: number; // nearest heading above
  readonly question?: number; // the question (kind "question", any layout) that this block answers
  readonly leadIn?: number; // of a list item: the block ending in a colon that introduces its list
  readonly cell?: TablePlace;
  readonly quotations: readonly Span[]; // outermost quoted spans within the block, quotation marks included
}

/** One sentence; sentences stand in order, never overlap and never cross a block. */
export interface Sentence extends Span {
  readonly block: number;
  readonly isQuestion: boolean; // ends in a question mark (a closing quotation mark or bracket may follow)
  readonly isHeading: boolean; // its block is laid out as a heading
  readonly quotations: readonly Span[]; // the parts of this sentence that lie within quotation marks
}

/**
 * A stretch of text and the stretch of source it was read from. Equally long stretches correspond unit by unit;
 * unequal ones (an entity, collapsed white space, a separator of ours with no source at all) only as a whole.
 */
export interface SourceRun {
  readonly text: number; // where it starts in `Page.text`
  readonly textLength: number;
  readonly source: number; // where it starts in `SourceMap.source`
  readonly sourceLength: number;
}

/** A numbered part of a source that has no characters to point at: a page of a PDF, a paragraph of a Word file. */
export interface SourcePart extends Span {
  readonly part: string; // "page 3", "paragraph 12"
}

/** The way back from `Page.text` to what was read. Ask it through `sourceSpan`, `sourcePart`. */
export interface SourceMap {
  readonly source: string; // the decoded file without its byte order mark; for docx and pdf the extracted text itself
  readonly runs: readonly SourceRun[]; // in text order, covering the whole text
  readonly parts: readonly SourcePart[]; // spans of `Page.text`; empty where the source itself is text
}

export type PageWarningCode =
  | "encoding-guessed" // neither UTF-8 nor declared: read as windows-1252
  | "encoding-mismatch" // declared one encoding, is another
  | "replacement-characters" // the text holds U+FFFD: some of it was lost before it reached us
  | "control-characters"
  | "unreadable-structured-data" // a JSON-LD block that is not JSON
  | "parts-unread" // pictures without text, a page without a text layer, a nested part left out
  | "language-unread" // most of it is in neither English nor Spanish, and was not checked: "14/14" of its sentences
  | "language-unread-in-part"
  | "word-divided-lines"; // words divided at line ends were joined

export interface PageWarning {
  readonly code: PageWarningCode;
  readonly detail?: string; // "windows-1252", "pages 3, 7"
}

/** A stretch of the source whose words lead to a paper, which they need not name. */
export interface PaperLink extends Span {
  readonly address: string; // holds a DOI or a number of PubMed
}

/** A page as the rules read it: its words in reading order, cut into blocks and sentences. */
export interface Page {
  readonly format: PageFormat;
  readonly text: string; // of a plain text, exactly the file's text
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly offsets: SourceMap;
  readonly language: "en" | "es" | "unknown";
  readonly title?: string;
  readonly links?: readonly PaperLink[]; // in the order of the source; absent where the format has none
  readonly warnings: readonly PageWarning[];
}
