/** Ids that mean something already, and the next free one of a name, found without counting from the start each time. */
export class TakenIds {
  readonly #taken: Set<string>;
  readonly #next = new Map<string, number>();

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  has(id: string): boolean {
    return this.#taken.has(id);
  }

  add(id: string): void {
    this.#taken.add(id);
  }

  /** "ma-2014-2", "ma-2014-3": the first that is free. */
  numbered(name: string): string {
    let number = this.#next.get(name) ?? 2;
    while (this.#taken.has(`${name}-${number}`)) number++;
    this.#next.set(name, number);
    return `${name}-${number}`;
  }
}
