import { BLOCK, ENDS_PARAGRAPH, HEADING, IMPLIED, OF_TABLE, SCOPE } from "./elements.ts";

/** How far an end tag of running text looks for its start before it is taken for a stray one. */
const INLINE_REACH = 64;

interface Open<Context> {
  readonly name: string;
  readonly context: Context;
}

/**
 * The elements open at a place of a page, kept as browsers keep them in broken pages: start tags close what they imply,
 * stray end tags close nothing. Every step takes constant time on average whatever the depth.
 */
export class OpenElements<Context> {
  readonly #stack: Open<Context>[] = [];
  readonly #places = new Map<string, number[]>(); // where elements of a name stand in the stack
  readonly #outer: Context;

  constructor(outer: Context) {
    this.#outer = outer;
  }

  get context(): Context {
    return this.#stack.at(-1)?.context ?? this.#outer;
  }

  #last(name: string): number {
    return this.#places.get(name)?.at(-1) ?? -1;
  }

  #lastOf(names: Iterable<string>): number {
    let last = -1;
    for (const name of names) last = Math.max(last, this.#last(name));
    return last;
  }

  #popTo(index: number): boolean {
    while (this.#stack.length > index) this.#places.get(this.#stack.pop()!.name)!.pop();
    return true;
  }

  /** Closes what a start tag of this name implies to be closed. */
  imply(name: string): void {
    if (ENDS_PARAGRAPH.has(name)) {
      const paragraph = this.#last("p");
      if (paragraph > this.#lastOf(SCOPE)) this.#popTo(paragraph);
    }
    const top = this.#stack.at(-1)?.name ?? "";
    if (HEADING.test(name) && HEADING.test(top)) this.#popTo(this.#stack.length - 1);
    const implied = IMPLIED.get(name);
    if (!implied) return;
    const open = this.#lastOf(implied.ends);
    if (open > this.#lastOf(implied.within)) this.#popTo(open);
  }

  push(name: string, context: Context): void {
    const places = this.#places.get(name);
    if (places) places.push(this.#stack.length);
    else this.#places.set(name, [this.#stack.length]);
    this.#stack.push({ name, context });
  }

  #inlinePlace(name: string): number {
    const lowest = Math.max(0, this.#stack.length - INLINE_REACH);
    for (let at = this.#stack.length - 1; at >= lowest; at--) {
      const open = this.#stack[at]!.name;
      if (open === name) return at;
      if (BLOCK.has(open)) return -1;
    }
    return -1;
  }

  #guard(name: string): number {
    if (OF_TABLE.has(name)) return this.#last("table");
    return SCOPE.has(name) ? -1 : this.#lastOf(SCOPE);
  }

  /** Closes the element an end tag ends, and all within it; a stray end tag closes nothing and is told by `false`. */
  close(name: string): boolean {
    if (!BLOCK.has(name)) {
      const place = this.#inlinePlace(name);
      return place >= 0 && this.#popTo(place);
    }
    const place = this.#last(name);
    return place >= 0 && place > this.#guard(name) && this.#popTo(place);
  }
}
