import type { BlockLayout } from "../../page.ts";
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

/** Labels carry a page's words when they ask something or say a whole sentence, buttons when they say more than "Submit". */
const isControlOnly = ({ isControl, isButton, layout }: Context, text: string): boolean => {
  if (layout === "heading" || text.includes("?")) return false;
  return (isControl && wordCount(text) < SHORTEST_CONTROL_WORDS) || (isButton && !saysMore(text));
};

/** Whether the words on a button are more than a sign: "Book today", not "Menu". */
export const saysMore = (text: string): boolean => wordCount(text) > 1;

/** The words on a button stand beside the text like those below a picture, unless they ask what the text below answers. */
const layoutIn = ({ layout, isButton }: Context, text: string): BlockLayout =>
  isButton && layout !== "heading" && layout !== "code" && !text.includes("?") ? "caption" : layout;

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
    if (context.isUnread || context.unseen) return;
    if (/\S/.test(words)) this.#settleBreak(context, words.trimStart());
    const { length: before, hasWords } = this.#pieces;
    if (context.isKept) this.#pieces.addWords(words, source, words.length);
    else this.#pieces.addCollapsed(words, source);
    this.#note(context, before, hasWords);
  }

  /** A character that stands in the source as an entity or not at all. */
  character(context: Context, character: string, start: number, end: number): void {
    if (context.isUnread || context.unseen) return;
    const { length: before, hasWords } = this.#pieces;
    if (/^[ \t\n\r\f]$/.test(character)) this.#pieces.addSpace(start, end - start);
    else {
      this.#settleBreak(context, character);
      this.#pieces.addWords(character, start, end - start);
    }
    this.#note(context, before, hasWords);
  }

  #note(context: Context, before: number, hadWords: boolean): void {
    if (this.#pieces.length === before) return;
    if (!hadWords) this.#context = context;
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
    if (context.isUnread || context.unseen) return;
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
    const layout = layoutIn(context, text);
    const isProse = layout === "table-cell" && pieces.length > LONGEST_CELL;
    const isBold = layout === "paragraph" && this.#bold > 0 && this.#bold >= pieces.length * 0.95 && isBoldHeading(text);
    const { hint, cell, part } = context;
    const level = isBold ? 4 : context.level;
    this.#blocks.push({
      pieces,
      layout: isBold ? "heading" : isProse ? "paragraph" : layout,
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
