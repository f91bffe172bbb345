import { BitRoom, Mentions, type Place } from "./mentions.ts";
import { expandPhrase } from "./phrase.ts";
import { type Node, States } from "./states.ts";
import { NO_BREAK, type Token } from "./tokens.ts";

/** All phrases of all lists in one tree of words, so that a sentence is read once however many lists there are. */
export class Lexicon {
  readonly #root: Node = { id: 0, next: new Map(), begins: new Map(), lengths: [], ends: [] };
  #nodes = 1;
  #states = new States(this.#root);
  readonly #room = new BitRoom();
  readonly #lists = new Map<string, number>();
  readonly #commonness: number[] = [];
  readonly entries: string[] = []; // "list: phrase", for reports on which phrase did the work

  /** The number of a list; a list begins to exist when it is first asked for. */
  list(name: string): number {
    const known = this.#lists.get(name);
    if (known !== undefined) return known;
    this.#lists.set(name, this.#lists.size);
    return this.#lists.size - 1;
  }

  has(name: string): boolean {
    return this.#lists.has(name);
  }

  /** How often the words of a list are expected in a text, on a scale of its own. */
  commonness(list: number): number {
    return this.#commonness[list] ?? 0;
  }

  /** Adds a phrase to lists. @throws when the phrase cannot be read */
  add(phrase: string, lists: readonly number[], origin: string): void {
    const entry = this.entries.push(`${origin}: ${phrase}`) - 1;
    this.#states = new States(this.#root); // what was worked out from fewer phrases no longer holds
    for (const sequence of expandPhrase(phrase)) {
      const node = sequence.reduce((at, word) => this.#step(at, word), this.#root);
      for (const list of lists) {
        if (!node.ends.some((end) => end.list === list)) node.ends.push({ list, entry });
        this.#commonness[list] = this.commonness(list) + expected(sequence);
      }
    }
  }

  /** Every mention of every list. A phrase never reaches over a comma, a bracket or the end of a clause. */
  mentions(tokens: readonly Token[]): Mentions {
    const places: Place[] = [];
    for (let from = 0; from < tokens.length; from++) this.#placesFrom(tokens, from, places);
    return new Mentions(places, this.#room.take(this.#lists.size));
  }

  #placesFrom(tokens: readonly Token[], from: number, places: Place[]): void {
    let state = this.#states.first(tokens[from]!.norm);
    for (let to = from + 1; state !== undefined; to++) {
      if (state.meaning !== undefined) places.push({ from, to, meaning: state.meaning });
      const next = state.isLast ? undefined : tokens[to];
      if (next === undefined || next.breakBefore !== NO_BREAK) return;
      state = this.#states.after(state, next.norm);
    }
  }

  #step(node: Node, word: string): Node {
    const begins = word.endsWith("*");
    const key = begins ? word.slice(0, -1) : word;
    const map = begins ? node.begins : node.next;
    const known = map.get(key);
    if (known) return known;
    const made: Node = { id: this.#nodes++, next: new Map(), begins: new Map(), lengths: [], ends: [] };
    map.set(key, made);
    if (begins) node.lengths = [...new Set([...node.lengths, key.length])];
    return made;
  }
}

const EVERYDAY = new Set(
  "a an and are as at be but by can do for from had has have if in is it no not of on or so that the their they this to was we were what will with you your".split(
    " ",
  ),
);

/** How often a sequence of words is expected, next to a single uncommon word. */
function expected(sequence: readonly string[]): number {
  const rare = sequence.filter((word) => !EVERYDAY.has(word)).length;
  return rare === 0 ? 100 / sequence.length : 1 / 4 ** (rare - 1);
}
