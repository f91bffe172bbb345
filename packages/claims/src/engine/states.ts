import { Meaning } from "./mentions.ts";

/** A branch of the tree of phrases. */
export interface Branch {
  readonly id: number;
  next: Map<number, Branch> | undefined; // by the number of a word; most branches end here
  readonly ends: Ended[];
  state: State | undefined; // where only this branch is left; worked out when first reached
}

/** A phrase that ends at a branch. */
export interface Ended {
  readonly lists: readonly number[];
  readonly entry: number;
}

/** All branches on which a sequence of words may stand at once: a word may fit as itself, as a number and by its beginning. */
export interface State {
  readonly branches: readonly Branch[];
  readonly meaning: Meaning | undefined; // undefined where no phrase ends
  readonly isLast: boolean; // no phrase goes on from here
}

/** The states that texts reach, each worked out when it is first reached. */
export class States {
  readonly #ofMany = new Map<string, State>();
  readonly meanings: Meaning[] = []; // by their number

  /** Where a word leads, given by the numbers of all that it fits. */
  after(branches: readonly Branch[], word: readonly number[]): State | undefined {
    if (word.length === 0) return undefined;
    if (branches.length > 1 || word.length > 1) return this.#afterMany(branches, word);
    const branch = branches[0]?.next?.get(word[0]!);
    return branch && this.#stateOf(branch);
  }

  #afterMany(branches: readonly Branch[], word: readonly number[]): State | undefined {
    const reached: Branch[] = [];
    for (const { next } of branches)
      for (const number of word) {
        const branch = next?.get(number);
        if (branch) reached.push(branch);
      }
    const [only, another] = reached;
    return another === undefined ? only && this.#stateOf(only) : this.#stateOfMany(reached);
  }

  #stateOf(branch: Branch): State {
    branch.state ??= this.#made([branch]);
    return branch.state;
  }

  #stateOfMany(branches: readonly Branch[]): State {
    const key = branches.map(({ id }) => id).join(" ");
    const known = this.#ofMany.get(key);
    if (known) return known;
    const made = this.#made(branches);
    this.#ofMany.set(key, made);
    return made;
  }

  #made(branches: readonly Branch[]): State {
    const entries = new Map<number, number>();
    for (const { ends } of branches)
      for (const { lists, entry } of ends) for (const list of lists) if (!entries.has(list)) entries.set(list, entry);
    const meaning = entries.size === 0 ? undefined : new Meaning(this.meanings.length, entries);
    if (meaning) this.meanings.push(meaning);
    return { branches, meaning, isLast: branches.every(({ next }) => next === undefined) };
  }
}
