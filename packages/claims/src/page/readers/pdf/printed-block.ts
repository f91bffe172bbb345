import { joinLines } from "./join-lines.ts";
import type { Stretch } from "./lines.ts";

/** Lines that go on from one to the next, and where they stand. It grows in time in step with its lines. */
export class PrintedBlock {
  readonly #texts: string[];
  readonly first: Stretch;
  last: Stretch;
  lines = 1;
  left: number;
  right: number;
  bottom: number;
  joinedWords = 0; // words divided at a line end and put together again

  constructor(line: Stretch) {
    this.#texts = [line.text];
    this.first = line;
    this.last = line;
    this.left = line.left;
    this.right = line.right;
    this.bottom = line.y;
  }

  get top(): number {
    return this.first.y;
  }

  get text(): string {
    return this.#texts.join("");
  }

  /** Puts another block behind the last line of this one. */
  goOn(next: PrintedBlock, words: ReadonlySet<string>): void {
    const [head = "", ...rest] = next.#texts;
    const above = this.#texts.pop() ?? "";
    const { text, wasDivided } = joinLines(above, head, words);
    this.#texts.push(text.slice(0, text.length - head.length), head);
    for (const line of rest) this.#texts.push(line);
    this.last = next.last;
    this.lines += next.lines;
    this.left = Math.min(this.left, next.left);
    this.right = Math.max(this.right, next.right);
    this.bottom = Math.min(this.bottom, next.bottom);
    this.joinedWords += next.joinedWords + (wasDivided ? 1 : 0);
  }
}
