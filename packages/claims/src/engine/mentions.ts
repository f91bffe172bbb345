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

/** A place is three numbers: where its words begin, where they end, and the number of what they mean. */
const PLACE = 3;

/**
 * What the sentences of a lexicon share: room for numbers, cut from large pieces, and what was last looked up of each list.
 * Objects, pieces and memories for each sentence would be costly to make and to clear away.
 */
export class SharedRoom {
  readonly meanings: readonly Meaning[]; // by their number
  readonly bits: number; // how many numbers hold one bit for each list
  piece = new Int32Array(0);
  #used = 0;
  #sentences = 0;
  readonly #askedBy: Float64Array; // for each list the sentence that was last asked for it
  readonly #answers: (readonly Mention[] | undefined)[];

  constructor(lists: number, meanings: readonly Meaning[]) {
    this.meanings = meanings;
    this.bits = (lists + 31) >>> 5;
    this.#askedBy = new Float64Array(lists);
    this.#answers = new Array(lists).fill(undefined);
  }

  /** Takes room for so many numbers, all of them 0. @returns where it begins in `piece` as it is now */
  take(numbers: number): number {
    if (this.#used + numbers > this.piece.length) {
      this.piece = new Int32Array(Math.max(PIECE, numbers));
      this.#used = 0;
    }
    this.#used += numbers;
    return this.#used - numbers;
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
  readonly #room: SharedRoom;
  readonly #sentence: number;
  readonly #numbers: Int32Array; // one bit for each list, then the places
  readonly #at: number; // where they begin
  readonly #end: number;

  /** @param places each three numbers, in the order in which they begin, the shorter first */
  constructor(places: readonly number[], room: SharedRoom) {
    const at = room.take(room.bits + places.length);
    const numbers = room.piece;
    numbers.set(places, at + room.bits);
    for (let i = 2; i < places.length; i += PLACE)
      for (const list of room.meanings[places[i]!]!.lists) numbers[at + (list >>> 5)]! |= 1 << (list & 31);
    this.#room = room;
    this.#sentence = room.next();
    this.#numbers = numbers;
    this.#at = at;
    this.#end = at + room.bits + places.length;
  }

  has(list: number): boolean {
    return (this.#numbers[this.#at + (list >>> 5)]! & (1 << (list & 31))) !== 0;
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

  /** Asks about everything that its words mean, in their order. */
  forEachMeaning(ask: (meaning: Meaning) => void): void {
    for (let i = this.#at + this.#room.bits; i < this.#end; i += PLACE) ask(this.#room.meanings[this.#numbers[i + 2]!]!);
  }

  #lookedUp(list: number): readonly Mention[] {
    let found: Mention[] | undefined; // made with its first: room for more is rarely needed
    for (let i = this.#at + this.#room.bits; i < this.#end; i += PLACE) {
      const entry = this.#room.meanings[this.#numbers[i + 2]!]!.entry(list);
      if (entry === undefined) continue;
      const mention = { from: this.#numbers[i]!, to: this.#numbers[i + 1]!, entry };
      if (found) found.push(mention);
      else found = [mention];
    }
    return found ?? NONE;
  }
}

const NONE: readonly Mention[] = [];
