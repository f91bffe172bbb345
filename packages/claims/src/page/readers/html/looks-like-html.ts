import { BLOCK, UNREAD, VOID } from "./elements.ts";
import { type HtmlEvents, readEvents } from "./events.ts";

const WHOLE_PAGE = /^\s{0,999}(?:<!doctype html|<html\b|<\?xml[^>]{0,200}>\s{0,99}<(?:!doctype )?html\b)/i;

/** Enough of a text to know it by. */
const SAMPLE = 200_000;

const RUNNING = new Set(
  "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q rp rt ruby s samp small span strike strong sub sup time tt u var".split(
    " ",
  ),
);

/** Elements whose end tag may be left out. */
const ENDLESS = new Set("p li dt dd tr td th thead tbody tfoot colgroup".split(" "));

const isBlock = (name: string): boolean => BLOCK.has(name) || UNREAD.has(name);

/** How far an end tag looks for its start. */
const REACH = 64;

interface Open {
  readonly name: string;
  readonly from: number; // letters met before it
  readonly isClean: boolean; // it begins a line or follows a tag, as a tag without an end does
  within: Tally; // of its elements that have ended
}

/** Letters that lie in elements: in blocks, and in blocks or running text. */
interface Tally {
  readonly block: number;
  readonly any: number;
}

const sum = (one: Tally, other: Tally): Tally => ({ block: one.block + other.block, any: one.any + other.any });

/** Counts which letters of a text lie in elements that are known and have an end. */
class TagCount implements HtmlEvents {
  readonly #source: string;
  readonly #open: Open[] = [];
  #outside: Tally = { block: 0, any: 0 };
  #isClean = true;
  letters = 0;
  breaks = 0;

  constructor(source: string) {
    this.#source = source;
  }

  #credit(to: Tally): void {
    const outer = this.#open.at(-1);
    if (outer) outer.within = sum(outer.within, to);
    else this.#outside = sum(this.#outside, to);
  }

  #pop(hasEnd: boolean): void {
    const { name, from, isClean, within } = this.#open.pop()!;
    const letters = this.letters - from;
    const counts = hasEnd || (isClean && ENDLESS.has(name));
    this.#credit(counts ? { any: letters, block: isBlock(name) ? letters : within.block } : within);
  }

  open(name: string, _: unknown, closesItself: boolean): void {
    if (name === "br") this.breaks++;
    if (VOID.has(name) || closesItself || !(RUNNING.has(name) || isBlock(name))) return;
    if (ENDLESS.has(name) && this.#open.at(-1)?.name === name) this.#pop(false);
    this.#open.push({ name, from: this.letters, isClean: this.#isClean, within: { block: 0, any: 0 } });
    this.#isClean = true;
  }

  close(name: string): void {
    this.#isClean = true;
    const lowest = Math.max(0, this.#open.length - REACH);
    const place = this.#open.findLastIndex((open, at) => at < lowest || open.name === name);
    if (place < lowest) return;
    while (this.#open.length > place) this.#pop(this.#open.length === place + 1);
  }

  text(start: number, end: number): void {
    const words = this.#source.slice(start, end);
    this.letters += words.replace(/\s+/g, "").length;
    const tail = words.slice(-40).trimEnd();
    this.#isClean = tail === "" ? this.#isClean || words.length > 40 : /[\n\r]\s*$/.test(words.slice(-40));
  }

  entity(): void {
    this.letters++;
    this.#isClean = false;
  }

  finish(): Tally {
    while (this.#open.length > 0) this.#pop(false);
    return this.#outside;
  }
}

const lineEnds = (text: string): number => text.match(/\n/g)?.length ?? 0;

/**
 * Whether a text of unknown kind is HTML: a page, or a piece of one as it is copied or piped. At least half of its letters
 * lie in blocks, or one passage lies in running elements as a whole, or its lines end in `<br>`. A text that says "n < 30"
 * or names a tag, and Markdown with a few tags in it, are none.
 */
export const looksLikeHtml = (text: string): boolean => {
  if (WHOLE_PAGE.test(text.slice(0, 2000))) return true;
  if (!/<[a-z!]/i.test(text)) return false;
  const source = text.slice(0, SAMPLE).trim();
  const count = new TagCount(source);
  readEvents(source, count);
  const { block, any } = count.finish();
  if (block > 0 && block * 2 >= count.letters) return true;
  if (any > 0 && any * 10 >= count.letters * 9) return !/\n\s{0,99}\n/.test(source);
  return count.breaks >= 2 && count.breaks >= lineEnds(source);
};
