/** A number in digits or in words, as phrases write it. */
export const NUMBER = "#";

/** The words of all phrases as numbers, so that a text is compared with them by number. */
export class Vocabulary {
  readonly #words = new Map<string, number>();
  readonly #beginnings = new Map<string, number>();
  #lengths: readonly number[] = []; // of the beginnings
  #size = 0;

  /** The number of a word of a phrase, of `#` for every number, or of `regener*` for every word that begins so. */
  numberOf(word: string): number {
    if (!word.endsWith("*")) return this.#numbered(this.#words, word);
    const beginning = word.slice(0, -1);
    if (!this.#lengths.includes(beginning.length)) this.#lengths = [...this.#lengths, beginning.length];
    return this.#numbered(this.#beginnings, beginning);
  }

  /** Everything by which phrases can mean a word of a text: the word itself, a number, its beginnings. */
  fitting(word: string): readonly number[] {
    const number = isNumber(word) ? this.#words.get(NUMBER) : undefined;
    const begun = this.#lengths.map((length) => (word.length >= length ? this.#beginnings.get(word.slice(0, length)) : undefined));
    const fitting = [this.#words.get(word), number, ...begun].filter((each) => each !== undefined);
    return fitting.length === 0 ? NONE : fitting;
  }

  #numbered(known: Map<string, number>, word: string): number {
    const before = known.get(word);
    if (before !== undefined) return before;
    known.set(word, this.#size);
    return this.#size++;
  }
}

const NONE: readonly number[] = [];

const NUMBER_WORDS = new Set(
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million uno dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien mil".split(
    " ",
  ),
);

const isNumber = (word: string) => (word.charCodeAt(0) >= 48 && word.charCodeAt(0) <= 57) || NUMBER_WORDS.has(word);
