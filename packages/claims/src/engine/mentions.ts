/** A place where words of a list stand: tokens `from` up to `to`. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly entry: number; // which phrase of the lexicon it was
}

/** The lists to which a sequence of words belongs, and the phrase that put it into each. */
export class Meaning {
  readonly lists: Int32Array;
  readonly entries: ReadonlyMap<number, number>;

  constructor(entries: ReadonlyMap<number, number>) {
    this.entries = entries;
    this.lists = Int32Array.from(entries.keys());
  }
}

/** Words that mean something, at their place in a sentence. */
export interface Place extends Pick<Mention, "from" | "to"> {
  readonly meaning: Meaning;
}

const CHUNK = 1 << 16;

/** Room for one bit for each list, cut from large pieces: a piece for each sentence would be costly to make and to clear away. */
export class BitRoom {
  #chunk = new Uint32Array(0);
  #used = 0;

  take(bits: number): Uint32Array {
    const words = (bits + 31) >>> 5;
    if (this.#used + words > this.#chunk.length) {
      this.#chunk = new Uint32Array(Math.max(CHUNK, words));
      this.#used = 0;
    }
    this.#used += words;
    return this.#chunk.subarray(this.#used - words, this.#used);
  }
}

/** What one sentence mentions: most lists are only asked whether they are there, and the few others are looked up when asked. */
export class Mentions {
  readonly #places: readonly Place[];
  readonly #held: Uint32Array; // one bit for each list
  readonly #known = new Map<number, readonly Mention[]>();

  /**
   * @param places in the order in which they begin, the shorter first
   * @param held one bit for each list, none set
   */
  constructor(places: readonly Place[], held: Uint32Array) {
    this.#places = places;
    this.#held = held;
    for (const { meaning } of places) for (const list of meaning.lists) held[list >>> 5]! |= 1 << (list & 31);
  }

  has(list: number): boolean {
    return (this.#held[list >>> 5]! & (1 << (list & 31))) !== 0;
  }

  /** The mentions of a list in the order in which they begin; undefined when there are none. */
  get(list: number): readonly Mention[] | undefined {
    if (!this.has(list)) return undefined;
    const known = this.#known.get(list);
    if (known) return known;
    const found: Mention[] = [];
    for (const { from, to, meaning } of this.#places) {
      const entry = meaning.entries.get(list);
      if (entry !== undefined) found.push({ from, to, entry });
    }
    this.#known.set(list, found);
    return found;
  }

  /** Everything that its words mean, each once. */
  meanings(): ReadonlySet<Meaning> {
    return new Set(this.#places.map(({ meaning }) => meaning));
  }
}
