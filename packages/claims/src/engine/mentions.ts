/** A place where words of a list stand: tokens `from` up to `to`. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly entry: number; // which phrase of the lexicon it was
}

/** The lists to which a sequence of words belongs, and the phrase that put it into each. */
export class Meaning {
  readonly id: number; // from 0, no two of a lexicon alike
  readonly lists: Int32Array;
  readonly entries: ReadonlyMap<number, number>;

  constructor(id: number, entries: ReadonlyMap<number, number>) {
    this.id = id;
    this.entries = entries;
    this.lists = Int32Array.from(entries.keys());
  }
}

/** Words that mean something, at their place in a sentence. */
export interface Place extends Pick<Mention, "from" | "to"> {
  readonly meaning: Meaning;
}

/** Room for one bit for each list, cut from large pieces: a piece for each sentence would be costly to make and to clear away. */
export class BitRoom {
  piece = new Int32Array(0);
  #used = 0;

  /** Takes room for so many bits, none of them set. @returns where it begins in `piece` as it is now */
  take(bits: number): number {
    const words = (bits + 31) >>> 5;
    if (this.#used + words > this.piece.length) {
      this.piece = new Int32Array(Math.max(PIECE, words));
      this.#used = 0;
    }
    this.#used += words;
    return this.#used - words;
  }
}

const PIECE = 1 << 16;

/** What one sentence mentions: most lists are only asked whether they are there, and the few others are looked up when asked. */
export class Mentions {
  readonly places: readonly Place[];
  readonly #held: Int32Array; // one bit for each list
  readonly #at: number; // where its bits begin
  #known: Map<number, readonly Mention[]> | undefined;

  /** @param places in the order in which they begin, the shorter first */
  constructor(places: readonly Place[], room: BitRoom, lists: number) {
    this.places = places;
    const at = room.take(lists);
    const held = room.piece;
    for (const { meaning } of places) for (const list of meaning.lists) held[at + (list >>> 5)]! |= 1 << (list & 31);
    this.#at = at;
    this.#held = held;
  }

  has(list: number): boolean {
    return (this.#held[this.#at + (list >>> 5)]! & (1 << (list & 31))) !== 0;
  }

  /** The mentions of a list in the order in which they begin; undefined when there are none. */
  get(list: number): readonly Mention[] | undefined {
    if (!this.has(list)) return undefined;
    const known = this.#known?.get(list);
    if (known) return known;
    const found: Mention[] = [];
    for (const { from, to, meaning } of this.places) {
      const entry = meaning.entries.get(list);
      if (entry !== undefined) found.push({ from, to, entry });
    }
    this.#known ??= new Map();
    this.#known.set(list, found);
    return found;
  }
}
