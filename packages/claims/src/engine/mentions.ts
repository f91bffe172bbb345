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
  readonly #entries: ReadonlyMap<number, number>;
  readonly #held: Int32Array; // one bit for each list: asked much more often than there is an entry

  constructor(id: number, entries: ReadonlyMap<number, number>) {
    this.id = id;
    this.#entries = entries;
    this.lists = Int32Array.from(entries.keys());
    this.#held = new Int32Array((this.lists.reduce((most, list) => Math.max(most, list), 0) >>> 5) + 1);
    for (const list of this.lists) this.#held[list >>> 5]! |= 1 << (list & 31);
  }

  entry(list: number): number | undefined {
    return (this.#held[list >>> 5]! & (1 << (list & 31))) === 0 ? undefined : this.#entries.get(list);
  }
}

/** Words that mean something, at their place in a sentence. */
export interface Place extends Pick<Mention, "from" | "to"> {
  readonly meaning: Meaning;
}

/**
 * What the sentences of a lexicon share: room for one bit for each list, cut from large pieces, and what was last looked up of
 * each list. Pieces and memories for each sentence would be costly to make and to clear away.
 */
export class SharedRoom {
  piece = new Int32Array(0);
  readonly #words: number; // for the bits of one sentence
  #used = 0;
  #sentences = 0;
  readonly #askedBy: Float64Array; // for each list the sentence that was last asked for it
  readonly #answers: (readonly Mention[] | undefined)[];

  constructor(lists: number) {
    this.#words = (lists + 31) >>> 5;
    this.#askedBy = new Float64Array(lists);
    this.#answers = new Array(lists).fill(undefined);
  }

  /** Takes room for the bits of a sentence, none of them set. @returns where it begins in `piece` as it is now */
  take(): number {
    if (this.#used + this.#words > this.piece.length) {
      this.piece = new Int32Array(Math.max(PIECE, this.#words));
      this.#used = 0;
    }
    this.#used += this.#words;
    return this.#used - this.#words;
  }

  /** @returns the number of a sentence, from 1 */
  next(): number {
    this.#sentences++;
    return this.#sentences;
  }

  /** What a sentence was told of a list, if no other has asked for the list since. */
  remembered(sentence: number, list: number): readonly Mention[] | undefined {
    return this.#askedBy[list] === sentence ? this.#answers[list] : undefined;
  }

  remember(sentence: number, list: number, answer: readonly Mention[]): void {
    this.#askedBy[list] = sentence;
    this.#answers[list] = answer;
  }
}

const PIECE = 1 << 16;

/** What one sentence mentions: most lists are only asked whether they are there, and the few others are looked up when asked. */
export class Mentions {
  readonly places: readonly Place[];
  readonly #room: SharedRoom;
  readonly #sentence: number;
  readonly #held: Int32Array; // one bit for each list
  readonly #at: number; // where its bits begin

  /** @param places in the order in which they begin, the shorter first */
  constructor(places: readonly Place[], room: SharedRoom) {
    const at = room.take();
    const held = room.piece;
    for (const { meaning } of places) for (const list of meaning.lists) held[at + (list >>> 5)]! |= 1 << (list & 31);
    this.places = places;
    this.#room = room;
    this.#sentence = room.next();
    this.#held = held;
    this.#at = at;
  }

  has(list: number): boolean {
    return (this.#held[this.#at + (list >>> 5)]! & (1 << (list & 31))) !== 0;
  }

  /** The mentions of a list in the order in which they begin; undefined when there are none. */
  get(list: number): readonly Mention[] | undefined {
    if (!this.has(list)) return undefined;
    const known = this.#room.remembered(this.#sentence, list);
    if (known) return known;
    const found = this.#lookedUp(list);
    this.#room.remember(this.#sentence, list, found);
    return found;
  }

  #lookedUp(list: number): readonly Mention[] {
    let found: Mention[] | undefined; // made with its first: room for more is rarely needed
    for (const { from, to, meaning } of this.places) {
      const entry = meaning.entry(list);
      if (entry === undefined) continue;
      if (found) found.push({ from, to, entry });
      else found = [{ from, to, entry }];
    }
    return found ?? NONE;
  }
}

const NONE: readonly Mention[] = [];
