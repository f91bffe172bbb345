import { expandPhrase, NUMBER } from "./phrase.ts";
import { NO_BREAK, type Token } from "./tokens.ts";

/** A place where words of a list stand: tokens `from` up to `to`. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly entry: number; // which phrase of the lexicon it was
}

/** The mentions in one sentence by list, each in the order in which they begin. */
export type Mentions = ReadonlyMap<number, readonly Mention[]>;

interface Node {
  readonly next: Map<string, Node>;
  readonly begins: Map<string, Node>; // words that begin so
  lengths: readonly number[]; // of those beginnings
  readonly ends: { readonly list: number; readonly entry: number }[];
}

const newNode = (): Node => ({ next: new Map(), begins: new Map(), lengths: [], ends: [] });

/** All phrases of all lists in one tree of words, so that a sentence is read once however many lists there are. */
export class Lexicon {
  readonly #root = newNode();
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
    for (const sequence of expandPhrase(phrase)) {
      const node = sequence.reduce(step, this.#root);
      for (const list of lists) {
        if (!node.ends.some((end) => end.list === list)) node.ends.push({ list, entry });
        this.#commonness[list] = this.commonness(list) + expected(sequence);
      }
    }
  }

  /** Every mention of every list. A phrase never reaches over a comma, a bracket or the end of a clause. */
  mentions(tokens: readonly Token[]): Mentions {
    const found = new Map<number, Mention[]>();
    for (let from = 0; from < tokens.length; from++) this.#from(tokens, from, found);
    return found;
  }

  #from(tokens: readonly Token[], from: number, found: Map<number, Mention[]>): void {
    let nodes: readonly Node[] = follow(this.#root, tokens[from]!.norm);
    for (let at = from; nodes.length > 0; at++) {
      for (const node of nodes) for (const { list, entry } of node.ends) record(found, list, { from, to: at + 1, entry });
      const next = tokens[at + 1];
      if (next === undefined || next.breakBefore !== NO_BREAK) return;
      nodes = nodes.length === 1 ? follow(nodes[0]!, next.norm) : nodes.flatMap((node) => follow(node, next.norm));
    }
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

function step(node: Node, word: string): Node {
  const begins = word.endsWith("*");
  const key = begins ? word.slice(0, -1) : word;
  const map = begins ? node.begins : node.next;
  const known = map.get(key);
  if (known) return known;
  const made = newNode();
  map.set(key, made);
  if (begins) node.lengths = [...new Set([...node.lengths, key.length])];
  return made;
}

const NOWHERE: readonly Node[] = [];

function follow(node: Node, word: string): readonly Node[] {
  const exact = node.next.get(word);
  const number = isNumber(word) ? node.next.get(NUMBER) : undefined;
  if (number === undefined && node.lengths.length === 0) return exact === undefined ? NOWHERE : [exact];
  const begun = node.lengths.map((length) => (word.length >= length ? node.begins.get(word.slice(0, length)) : undefined));
  return [exact, number, ...begun].filter((reached) => reached !== undefined);
}

function record(found: Map<number, Mention[]>, list: number, mention: Mention): void {
  const before = found.get(list);
  if (before === undefined) found.set(list, [mention]);
  else if (before.at(-1)!.from !== mention.from || before.at(-1)!.to !== mention.to) before.push(mention);
}

const NUMBER_WORDS = new Set(
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million uno dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien mil".split(
    " ",
  ),
);

const isNumber = (word: string) => (word.charCodeAt(0) >= 48 && word.charCodeAt(0) <= 57) || NUMBER_WORDS.has(word);
