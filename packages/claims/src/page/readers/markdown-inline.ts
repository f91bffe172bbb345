import type { PaperLink, Span } from "../page.ts";
import { readEvents } from "./html/events.ts";
import { paperAddress } from "./paper-address.ts";
import { Pieces } from "./pieces.ts";

/** The words of a stretch of Markdown, the pictures in it, and the links to papers. */
export interface Inline {
  readonly pieces: Pieces;
  readonly pictures: readonly Pieces[];
  readonly links: readonly PaperLink[];
}

/** Addresses by the labels under which a page defines them once: "[1]: https://…". */
export type Definitions = ReadonlyMap<string, string>;

const DEFINITION = /^[ \t]{0,3}\[([^\]\n]{1,60})\]:[ \t]+<?([^\s>]{1,500})/gm;
const labelKey = (label: string): string => label.trim().replace(/\s+/g, " ").toLowerCase();

export const definitionsIn = (source: string): Definitions =>
  new Map([...source.matchAll(DEFINITION)].reverse().map(([, label, address]) => [labelKey(label!), address!])); // the first of a label counts

interface Link {
  readonly close: number; // its closing bracket
  readonly end: number; // behind its address
  readonly isPicture: boolean;
}

const isWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
const isBlank = (character: string): boolean => character === "" || /\s/.test(character);

/** Behind the address that follows a closing bracket at `at`: "](...)" or "][...]"; -1 when none does. */
const behindAddress = (text: string, at: number, ends: Map<string, number>): number => {
  const closing = text.charAt(at + 1) === "(" ? ")" : text.charAt(at + 1) === "[" ? "]" : "";
  if (closing === "") return -1;
  let end = ends.get(closing) ?? -1;
  if (end < at) end = text.indexOf(closing, at + 2);
  ends.set(closing, end < 0 ? Number.POSITIVE_INFINITY : end);
  return end < 0 || end === Number.POSITIVE_INFINITY ? -1 : end + 1;
};

/** Each link and picture of a stretch by the place of its opening bracket; found in one pass. */
const linksIn = (text: string): Map<number, Link> => {
  const links = new Map<number, Link>();
  const open: number[] = [];
  const ends = new Map<string, number>();
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "\\") at++;
    else if (character === "[") open.push(at);
    else if (character === "]" && open.length > 0) {
      const start = open.pop()!;
      const end = text.charAt(start + 1) === "^" ? -1 : behindAddress(text, at, ends);
      if (end > 0) links.set(start, { close: at, end, isPicture: text.charAt(start - 1) === "!" });
    }
  }
  return links;
};

const decodeEntity = (entity: string): string => {
  let decoded = "";
  const add = (words: string): void => {
    decoded += words;
  };
  readEvents(entity, { open: () => undefined, close: () => undefined, text: (start, end) => add(entity.slice(start, end)), entity: add });
  return decoded;
};

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,30});/iy;
const TAG = /<\/?[a-z][^<>]{0,1000}>/iy;
const ADDRESS = /<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/iy;
const QUOTE_SIGNS = /\n[ \t]*(?:>[ \t]?)+/y;

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** Reads one stretch; `offset` is its place in the source. */
class InlineReading {
  readonly #text: string;
  readonly #offset: number;
  readonly #links: Map<number, Link>;
  readonly #definitions: Definitions;
  readonly #closing = new Map<number, number>(); // closing brackets of links, to where reading goes on
  readonly #unclosed = new Set<number>(); // lengths of runs of backticks that nothing closes
  #hasNoMoreComments = false;
  readonly pictures: Pieces[] = [];
  readonly links: PaperLink[] = [];
  readonly pieces = new Pieces();

  constructor(text: string, offset: number, definitions: Definitions) {
    this.#text = text;
    this.#offset = offset;
    this.#definitions = definitions;
    this.#links = linksIn(text);
  }

  #words(from: number, to: number): void {
    this.pieces.addCollapsed(this.#text.slice(from, to), this.#offset + from);
  }

  #runEnd(at: number): number {
    let end = at;
    while (this.#text.charAt(end) === this.#text.charAt(at)) end++;
    return end;
  }

  /** Signs of emphasis cling to a word; a star between spaces is a star, a stroke within a word is a letter. */
  #emphasis(at: number): number {
    const end = this.#runEnd(at);
    const before = this.#text.charAt(at - 1);
    const after = this.#text.charAt(end);
    const sign = this.#text.charAt(at);
    const stands =
      (isBlank(before) && isBlank(after)) || (sign === "_" && isWord(before) && isWord(after)) || (sign === "~" && end - at !== 2);
    if (stands) this.#words(at, end);
    return end;
  }

  #code(at: number): number {
    const end = this.#runEnd(at);
    const run = this.#text.slice(at, end);
    const close = this.#unclosed.has(run.length) ? -1 : this.#text.indexOf(run, end);
    if (close < 0) this.#unclosed.add(run.length);
    this.#words(close < 0 ? at : end, close < 0 ? end : close);
    return close < 0 ? end : close + run.length;
  }

  /** "(address "title")" as written, "[label]" by its definition, "[]" by the link's own words. */
  #noteAddress(at: number, { close, end }: Link): void {
    const inside = this.#text.slice(close + 2, end - 1);
    const label = labelKey(inside) || labelKey(this.#text.slice(at + 1, close));
    const written = this.#text.charAt(close + 1) === "(" ? /^\s*<?([^\s>]{1,500})/.exec(inside)?.[1] : this.#definitions.get(label);
    const address = paperAddress(written ?? "");
    if (address !== undefined && close > at + 1) this.links.push({ start: this.#offset + at + 1, end: this.#offset + close, address });
  }

  #bracket(at: number): number {
    const link = this.#links.get(at);
    if (link && !link.isPicture) this.#noteAddress(at, link);
    if (!link) this.#words(at, at + 1);
    else if (link.isPicture) {
      const picture = new Pieces();
      picture.addCollapsed(this.#text.slice(at + 1, link.close), this.#offset + at + 1);
      if (picture.hasWords) this.pictures.push(picture);
      return link.end;
    } else this.#closing.set(link.close, link.end);
    return at + 1;
  }

  #commentEnd(at: number): number {
    if (!this.#text.startsWith("<!--", at) || this.#hasNoMoreComments) return -1;
    const end = this.#text.indexOf("-->", at + 4);
    this.#hasNoMoreComments = end < 0;
    return end < 0 ? -1 : end + 3;
  }

  #tag(at: number): number {
    const comment = this.#commentEnd(at);
    if (comment > 0) return comment;
    const address = match(ADDRESS, this.#text, at);
    if (address) this.#words(at + 1, at + address[0].length - 1);
    const tag = address ?? match(TAG, this.#text, at);
    if (!tag) this.#words(at, at + 1);
    else if (/^<br\b/i.test(tag[0])) this.pieces.addSpace(this.#offset + at, tag[0].length);
    return at + (tag?.[0].length ?? 1);
  }

  #entity(at: number): number {
    const entity = match(ENTITY, this.#text, at)?.[0] ?? "&";
    const decoded = entity === "&" ? "&" : decodeEntity(entity);
    if (decoded === entity) this.#words(at, at + entity.length);
    else this.pieces.addWords(decoded, this.#offset + at, entity.length);
    return at + entity.length;
  }

  #escape(at: number): number {
    const next = this.#text.charAt(at + 1);
    const escapes = /[!-/:-@[-`{-~]/.test(next);
    if (escapes) this.pieces.addWords(next, this.#offset + at, 2);
    else this.#words(at, at + 1);
    return at + (escapes ? 2 : 1);
  }

  #special(at: number): number {
    const character = this.#text.charAt(at);
    if (character === "\\") return this.#escape(at);
    if (character === "`") return this.#code(at);
    if (character === "[") return this.#bracket(at);
    if (character === "<") return this.#tag(at);
    if (character === "&") return this.#entity(at);
    if (character === "\n") {
      const signs = match(QUOTE_SIGNS, this.#text, at)?.[0].length ?? 1;
      this.pieces.addSpace(this.#offset + at, signs);
      return at + signs;
    }
    if (character === "!" && this.#links.get(at + 1)) return at + 1;
    const behind = character === "]" ? this.#closing.get(at) : undefined;
    if (behind !== undefined) return behind;
    if (/[*_~]/.test(character)) return this.#emphasis(at);
    this.#words(at, at + 1);
    return at + 1;
  }

  read(): Inline {
    const plain = /[^\\`[\]<&\n!*_~]+/y;
    for (let at = 0; at < this.#text.length; ) {
      const words = match(plain, this.#text, at)?.[0].length ?? 0;
      if (words > 0) this.#words(at, at + words);
      at = words > 0 ? at + words : this.#special(at);
    }
    return { pieces: this.pieces, pictures: this.pictures, links: this.links };
  }
}

/** The words of a stretch of Markdown without its signs, each with the way back; in linear time. */
export const readInline = (source: string, { start, end }: Span, definitions: Definitions): Inline =>
  new InlineReading(source.slice(start, end), start, definitions).read();
