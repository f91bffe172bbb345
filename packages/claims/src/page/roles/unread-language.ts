import tongues from "./tongues.json" with { type: "json" };

/** Small words of the languages that are read, and of others; many belong to several. */
const listOf = (words: string): readonly string[] => words.split(" ");
const READ = Object.values(tongues.read).map(listOf);
const ENGLISH = new Set(listOf(tongues.read.en));
const UNREAD = Object.values(tongues.unread).map((words) => listOf(words).filter((word) => !ENGLISH.has(word)));
const ALL = [...READ, ...UNREAD];

const languagesOf = new Map<string, number[]>();
for (const [language, words] of ALL.entries())
  for (const word of new Set(words)) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);

/** What in a text tells of its language. */
export interface Telling {
  readonly letters: number;
  readonly foreignLetters: number; // of scripts that are not Latin
  readonly words: readonly number[]; // for each language, how many of its small words
  readonly different: readonly number[]; // and how many that are not the same
}

/** Enough of a block to know it by. */
const SAMPLE = 1000;

const LATIN_BLOCKS_END = 0x250; // most words are told by their first letter
const isLatin = (word: string): boolean => word.charCodeAt(0) < LATIN_BLOCKS_END || /\p{Script=Latin}/u.test(word);

export const tellingOf = (text: string): Telling => {
  const counts = new Map<string, number>();
  for (const [word] of text
    .slice(0, SAMPLE)
    .toLowerCase()
    .matchAll(/[\p{L}\p{M}·]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = ALL.map(() => 0);
  const different = ALL.map(() => 0);
  let letters = 0;
  let foreignLetters = 0;
  for (const [word, count] of counts) {
    letters += word.length * count;
    if (!isLatin(word)) foreignLetters += word.length * count;
    for (const language of languagesOf.get(word) ?? []) {
      words[language]! += count;
      different[language]!++;
    }
  }
  return { letters: letters * Math.max(1, text.length / SAMPLE), foreignLetters, words, different };
};

const sums = (one: readonly number[], other: readonly number[]): number[] => one.map((count, language) => count + other[language]!);

const added = (one: Telling, other: Telling): Telling => ({
  letters: one.letters + other.letters,
  foreignLetters: one.foreignLetters + other.foreignLetters,
  words: sums(one.words, other.words),
  different: one.different.map((count, language) => Math.max(count, other.different[language]!)),
});

/** Fewer small words tell nothing, nor do so many that English or Spanish has nearly as many. */
const LEAST = 3;
const CLEARLY = 1.5;
const LEAST_FOREIGN_LETTERS = 6;

/** Whether a text is in neither English nor Spanish; undefined where too little tells. */
export const isUnread = ({ letters, foreignLetters, words, different }: Telling): boolean | undefined => {
  if (foreignLetters >= LEAST_FOREIGN_LETTERS && foreignLetters * 2 >= Math.min(letters, SAMPLE)) return true;
  const read = Math.max(...words.slice(0, READ.length));
  const telling = words.slice(READ.length).filter((_, language) => different[READ.length + language]! >= LEAST);
  const unread = Math.max(0, ...telling);
  if (unread >= read * CLEARLY && unread > 0) return true;
  return read > 0 && read >= unread ? false : undefined;
};

/** Which blocks of a page are in neither English nor Spanish, and whether most of the page is. */
export interface UnreadBlocks {
  readonly blocks: ReadonlySet<number>;
  readonly isMost: boolean;
}

/**
 * Finds what of a page is in neither English nor Spanish. A block too short to tell goes with the page.
 *
 * @param texts the words of each block; empty where none are sentences
 */
export const unreadBlocks = (texts: readonly string[]): UnreadBlocks => {
  const tellings = texts.map(tellingOf);
  const verdicts = tellings.map(isUnread);
  const lettersWhere = (verdict: boolean): number =>
    tellings.reduce((sum, { letters }, index) => sum + (verdicts[index] === verdict ? letters : 0), 0);
  const unread = lettersWhere(true);
  const isMost = unread > lettersWhere(false) || (unread === 0 && isUnread(tellings.reduce(added, tellingOf(""))) === true);
  const blocks = new Set(texts.keys().filter((index) => verdicts[index] === true || (isMost && verdicts[index] === undefined)));
  return { blocks, isMost };
};
