import { Mentions, SharedRoom } from "./mentions.ts";
import { walkPhrase } from "./phrase.ts";
import { type Branch, type State, States } from "./states.ts";
import { NO_BREAK, type Token } from "./tokens.ts";
import { Vocabulary } from "./vocabulary.ts";
import { WordMemory } from "./word-memory.ts";

/** All phrases of all lists in one tree of words, so that a sentence is read once however many lists there are. */
export class Lexicon {
  readonly #vocabulary = new Vocabulary();
  readonly #root: Branch = { id: 0, next: new Map(), ends: [], state: undefined };
  #branches = 1;
  readonly #states = new States();
  readonly #words = new WordMemory<Word>();
  #room: SharedRoom | undefined; // of the sentences read so far
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

  /** Adds a phrase to lists. @throws when the phrase cannot be read, or a text was read already */
  add(phrase: string, lists: readonly number[], origin: string): void {
    if (this.#room) throw new Error(`"${phrase}" comes too late: texts were read without it`);
    const ended = { lists, entry: this.entries.push(`${origin}: ${phrase}`) - 1 };
    const begin: Trail = { branch: this.#root, words: 0, rare: 0 };
    const ends = walkPhrase(phrase, begin, (trail, word) => this.#step(trail, word));
    for (const { branch } of ends) branch.ends.push(ended);
    const common = ends.reduce((sum, trail) => sum + expected(trail), 0);
    for (const list of lists) this.#commonness[list] = this.commonness(list) + common;
  }

  /** Every mention of every list. A phrase never reaches over a comma, a bracket or the end of a clause. */
  mentions(tokens: readonly Token[]): Mentions {
    this.#room ??= new SharedRoom(this.#lists.size, this.#states.meanings);
    const words = tokens.map(({ norm }) => this.#word(norm));
    const places: number[] = [];
    for (let from = 0; from < tokens.length; from++) {
      let state = words[from]!.first;
      for (let to = from + 1; state !== undefined; to++) {
        if (state.meaning !== undefined) places.push(from, to, state.meaning.id);
        if (state.isLast || to === tokens.length || tokens[to]!.breakBefore !== NO_BREAK) break;
        state = this.#states.after(state.branches, words[to]!.fitting);
      }
    }
    return new Mentions(places, this.#room);
  }

  #word(norm: string): Word {
    const known = this.#words.get(norm);
    if (known) return known;
    const fitting = this.#vocabulary.fitting(norm);
    const made = fitting.length === 0 ? UNKNOWN : { fitting, first: this.#states.after([this.#root], fitting) };
    this.#words.set(norm, made);
    return made;
  }

  #step({ branch, words, rare }: Trail, word: string): Trail {
    const number = this.#vocabulary.numberOf(word);
    branch.next ??= new Map();
    let next = branch.next.get(number);
    if (next === undefined) {
      next = { id: this.#branches++, next: undefined, ends: [], state: undefined };
      branch.next.set(number, next);
    }
    return { branch: next, words: words + 1, rare: EVERYDAY.has(word) ? rare : rare + 1 };
  }
}

/** What is known of a word of a text. */
interface Word {
  readonly fitting: readonly number[]; // of the vocabulary
  readonly first: State | undefined; // where it leads as first word of a phrase
}

const UNKNOWN: Word = { fitting: [], first: undefined };

/** The way from the root to a branch. */
interface Trail {
  readonly branch: Branch;
  readonly words: number;
  readonly rare: number; // those of them that are not everyday words
}

const EVERYDAY = new Set(
  "a an and are as at be but by can do for from had has have if in is it no not of on or so that the their they this to was we were what will with you your".split(
    " ",
  ),
);

/** How often a sequence of words is expected, next to a single uncommon word. */
const expected = ({ words, rare }: Trail): number => (rare === 0 ? 100 / words : 1 / 4 ** (rare - 1));
