const MOST = 50_000; // strangers can send words without end
const LONGEST = 40; // letters
const SHORT = 12;

/** What was worked out for the words of a language: texts are made of few. Forgets everything when there are too many. */
export class WordMemory<T> {
  readonly #known = new Map<string, T>();

  get(word: string): T | undefined {
    return this.#known.get(word);
  }

  set(word: string, worked: T): void {
    if (word.length > LONGEST) return;
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(own(word), worked);
  }
}

/** A word that stands for itself: a longer piece of a text is otherwise kept by keeping the whole text. */
export const own = (word: string): string => (word.length > SHORT ? word.split("").join("") : word);
