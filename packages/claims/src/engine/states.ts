import { Meaning } from "./mentions.ts";
import { NUMBER } from "./phrase.ts";
import { WordMemory } from "./word-memory.ts";

/** A branch of the tree of phrases. */
export interface Node {
  readonly id: number;
  readonly next: Map<string, Node>;
  readonly begins: Map<string, Node>; // words that begin so
  lengths: readonly number[]; // of those beginnings
  readonly ends: { readonly list: number; readonly entry: number }[];
}

/** All branches on which a sequence of words may stand at once: a word may fit as itself, as a number and by its beginning. */
export interface State {
  readonly nodes: readonly Node[];
  readonly meaning: Meaning | undefined; // undefined where no phrase ends
  readonly isLast: boolean; // no phrase goes on from here
}

const NOWHERE: readonly Node[] = [];
const NO_STATE: State = { nodes: NOWHERE, meaning: undefined, isLast: true };

/** The states that texts reach, each worked out when it is first reached. */
export class States {
  readonly #root: Node;
  readonly #ofOne: State[] = []; // by the id of the branch
  readonly #ofMany = new Map<string, State>();
  readonly #first = new WordMemory<State>();

  constructor(root: Node) {
    this.#root = root;
  }

  /** Where the first word of a phrase leads. */
  first(word: string): State | undefined {
    const known = this.#first.get(word);
    if (known) return known === NO_STATE ? undefined : known;
    const reached = this.#stateOf(follow(this.#root, word));
    this.#first.set(word, reached ?? NO_STATE);
    return reached;
  }

  after({ nodes }: State, word: string): State | undefined {
    return this.#stateOf(nodes.length === 1 ? follow(nodes[0]!, word) : nodes.flatMap((node) => follow(node, word)));
  }

  #stateOf(nodes: readonly Node[]): State | undefined {
    const [only, another] = nodes;
    if (only === undefined) return undefined;
    if (another === undefined) {
      this.#ofOne[only.id] ??= stateAt(nodes);
      return this.#ofOne[only.id];
    }
    const key = nodes.map(({ id }) => id).join(" ");
    const known = this.#ofMany.get(key);
    if (known) return known;
    const made = stateAt(nodes);
    this.#ofMany.set(key, made);
    return made;
  }
}

const stateAt = (nodes: readonly Node[]): State => ({ nodes, meaning: meaningOf(nodes), isLast: nodes.every(isLast) });

const isLast = ({ next, begins }: Node): boolean => next.size === 0 && begins.size === 0;

function meaningOf(nodes: readonly Node[]): Meaning | undefined {
  const entries = new Map<number, number>();
  for (const { ends } of nodes) for (const { list, entry } of ends) if (!entries.has(list)) entries.set(list, entry);
  return entries.size === 0 ? undefined : new Meaning(entries);
}

function follow(node: Node, word: string): readonly Node[] {
  const exact = node.next.get(word);
  const number = isNumber(word) ? node.next.get(NUMBER) : undefined;
  if (number === undefined && node.lengths.length === 0) return exact === undefined ? NOWHERE : [exact];
  const begun = node.lengths.map((length) => (word.length >= length ? node.begins.get(word.slice(0, length)) : undefined));
  return [exact, number, ...begun].filter((reached) => reached !== undefined);
}

const NUMBER_WORDS = new Set(
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million uno dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien mil".split(
    " ",
  ),
);

const isNumber = (word: string) => (word.charCodeAt(0) >= 48 && word.charCodeAt(0) <= 57) || NUMBER_WORDS.has(word);
