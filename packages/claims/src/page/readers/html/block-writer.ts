import type { LooseBlock } from "../assemble.ts";
import { Pieces } from "../pieces.ts";
import type { Context } from "./context.ts";

/** A longer paragraph in a cell is prose in a table that only arranges the page. */
const LONGEST_CELL = 200;
const SHORTEST_CONTROL_WORDS = 6;
const SHORTEST_MENU = 3;

interface Written extends LooseBlock {
  readonly isLinkOnly: boolean;
}

const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Buttons and labels carry a page's words when they ask something or say a whole sentence; "Submit" is no words of it. */
const isControlOnly = (context: Context, text: string): boolean =>
  context.isControl && context.layout !== "heading" && !text.includes("?") && wordCount(text) < SHORTEST_CONTROL_WORDS;

const LONGEST_BOLD_HEADING = 120;

/** A short line all in bold that ends no sentence heads what follows it. */
export const isBoldHeading = (text: string): boolean => text.length <= LONGEST_BOLD_HEADING && !/[.,;:…]["'”’)]*$/.test(text);

/** Collects the words of a page into blocks, in the order in which they are met. */
export class BlockWriter {
  readonly #blocks: Written[] = [];
  readonly #later: LooseBlock[] = []; // what stands inside a block but is no part of its sentence: words for pictures
  #pieces = new Pieces();
  #context: Context | undefined; // where the block began
  #linked = 0;
  #bold = 0;
  #break: number | undefined; // a line break met, not yet acted on

  /** Words at a place with this context. */
  words(context: Context, words: string, source: number): void {
    if (context.isUnread) return;
    if (/\S/.test(words)) this.#settleBreak(context, words.trimStart());
    const before = this.#pieces.length;
    if (context.isKept) this.#pieces.addWords(words, source, words.length);
    else this.#pieces.addCollapsed(words, source);
    this.#note(context, before);
  }

  /** A character that stands in the source as an entity or not at all. */
  character(context: Context, character: string, start: number, end: number): void {
    if (context.isUnread) return;
    const before = this.#pieces.length;
    if (/^[ \t\n\r\f]$/.test(character)) this.#pieces.addSpace(start, end - start);
    else {
      this.#settleBreak(context, character);
      this.#pieces.addWords(character, start, end - start);
    }
    this.#note(context, before);
  }

  #note(context: Context, before: number): void {
    if (this.#pieces.length === before) return;
    this.#context ??= context;
    if (context.isLink) this.#linked += this.#pieces.length - before;
    if (context.isBold) this.#bold += this.#pieces.length - before;
  }

  /** A line break ends a block unless the words behind it go on in small letters, or a heading is broken for its looks. */
  #settleBreak(context: Context, words: string): void {
    if (this.#break === undefined) return;
    const at = this.#break;
    this.#break = undefined;
    if (context.layout === "heading" || /^[\p{Ll},;)]/u.test(words)) this.#pieces.addSpace(at, 0);
    else this.flush();
  }

  lineBreak(context: Context, at: number): void {
    if (context.isUnread) return;
    if (context.isKept) this.#pieces.addWords("\n", at, 0);
    else if (this.#break === undefined) this.#break = at;
    else this.flush();
  }

  /** A block of its own that stands behind the one being written. */
  aside(block: LooseBlock): void {
    if (this.#pieces.hasWords) this.#later.push(block);
    else this.#blocks.push({ ...block, isLinkOnly: false });
  }

  /** Ends the block being written and returns its words. */
  flush(): string {
    const pieces = this.#pieces;
    const context = this.#context;
    const words = context && pieces.hasWords ? pieces.text : "";
    if (context && words) this.#write(pieces, context, words);
    for (const block of this.#later) this.#blocks.push({ ...block, isLinkOnly: false });
    this.#later.length = 0;
    this.#pieces = new Pieces();
    this.#context = undefined;
    this.#linked = 0;
    this.#bold = 0;
    this.#break = undefined;
    return words;
  }

  #write(pieces: Pieces, context: Context, text: string): void {
    const isLinkOnly = this.#linked >= pieces.length * 0.9 && !/[.!?]["'”’)]*$/.test(text) && wordCount(text) <= 12;
    if (isControlOnly(context, text) || (context.isAround && isLinkOnly)) return;
    const isProse = context.layout === "table-cell" && pieces.length > LONGEST_CELL;
    const isBold = context.layout === "paragraph" && this.#bold > 0 && this.#bold >= pieces.length * 0.95 && isBoldHeading(text);
    const { hint, cell, part } = context;
    const level = isBold ? 4 : context.level;
    this.#blocks.push({
      pieces,
      layout: isBold ? "heading" : isProse ? "paragraph" : context.layout,
      ...(level === undefined ? {} : { level }),
      ...(hint === undefined ? {} : { hint }),
      ...(part === undefined ? {} : { part }),
      ...(cell === undefined || isProse ? {} : { cell }),
      isLinkOnly,
    });
  }

  /** The blocks written, without menus: three or more items in a row that are nothing but links. */
  finish(): LooseBlock[] {
    this.flush();
    const kept: LooseBlock[] = [];
    for (let from = 0; from < this.#blocks.length; ) {
      let to = from;
      while (to < this.#blocks.length && this.#blocks[to]!.isLinkOnly && this.#blocks[to]!.layout === "list-item") to++;
      if (to - from < SHORTEST_MENU) for (const block of this.#blocks.slice(from, Math.max(to, from + 1))) kept.push(block);
      from = Math.max(to, from + 1);
    }
    return kept;
  }
}
