import type { SourceRun } from "../page.ts";

/** White space that a browser shows as one space and that is not one already, or that begins or ends a stretch. */
const IRREGULAR = /[ \t\n\r\f]{2,}|[\t\n\r\f]|^ | $/g;

/**
 * Text put together from stretches of a source, with the way back to each of them. White space is collapsed as a
 * browser does, unless it is kept; white space at either end is left out.
 */
export class Pieces {
  #parts: string[] = [];
  #runs: SourceRun[] = [];
  #length = 0;
  #space: { source: number; length: number } | undefined;
  #hasWords = false;

  get length(): number {
    return this.#length;
  }

  /** Whether there is anything but white space in it. */
  get hasWords(): boolean {
    return this.#hasWords;
  }

  get runs(): readonly SourceRun[] {
    return this.#runs;
  }

  get text(): string {
    return this.#parts.join("");
  }

  #push(words: string, source: number, sourceLength: number): void {
    const last = this.#runs.at(-1);
    const even = words.length === sourceLength;
    if (last && even && last.textLength === last.sourceLength && last.source + last.sourceLength === source) {
      this.#runs[this.#runs.length - 1] = {
        ...last,
        textLength: last.textLength + words.length,
        sourceLength: last.sourceLength + words.length,
      };
    } else {
      this.#runs.push({ text: this.#length, textLength: words.length, source, sourceLength });
    }
    this.#parts.push(words);
    this.#length += words.length;
  }

  #pushSpace(): void {
    if (this.#space && this.#hasWords) this.#push(" ", this.#space.source, this.#space.length);
    this.#space = undefined;
  }

  /** White space read from `sourceLength` units at `source`: one space, if words follow and words came before. */
  addSpace(source: number, sourceLength: number): void {
    this.#space ??= { source, length: sourceLength };
  }

  /** Words as they are to stand, read from `sourceLength` units at `source` (none: words of ours). */
  addWords(words: string, source: number, sourceLength: number): void {
    this.#pushSpace();
    this.#push(words, source, sourceLength);
    if (!this.#hasWords) this.#hasWords = /\S/.test(words);
  }

  /** A stretch of source that stands for itself, its white space collapsed. */
  addCollapsed(words: string, source: number): void {
    let from = 0;
    for (const match of words.matchAll(IRREGULAR)) {
      if (match.index > from) this.addWords(words.slice(from, match.index), source + from, match.index - from);
      this.addSpace(source + match.index, match[0].length);
      from = match.index + match[0].length;
    }
    if (from < words.length) this.addWords(from === 0 ? words : words.slice(from), source + from, words.length - from);
  }
}
