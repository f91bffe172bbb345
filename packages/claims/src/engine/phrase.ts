import { nounForms, verbForms } from "./inflect.ts";
import { normalise } from "./tokens.ts";
import { NUMBER } from "./vocabulary.ts";

const TOO_MANY = 4000;

/**
 * Goes through every sequence of words that a phrase of the word lists stands for, what they begin with in common only once.
 *
 * `a|b` one or the other; `cure/v` every form of the verb; `hip/n` singular and plural; `the?` may be left out;
 * `regener*` every word that begins so; `#` a number. Hyphens part words as they do in a text.
 *
 * @param begin where a sequence begins
 * @param step where a word leads from somewhere
 * @returns where the sequences end
 * @throws when the phrase is empty or stands for more than 4000 sequences
 */
export function walkPhrase<At>(phrase: string, begin: At, step: (at: At, word: string) => At): readonly At[] {
  let reached: readonly At[] = [begin];
  for (const part of phrase.trim().split(/\s+/)) {
    const optional = part.endsWith("?");
    const alternatives = (optional ? part.slice(0, -1) : part).split("|").flatMap(formsOf);
    const further = reached.flatMap((at) => alternatives.map((words) => words.reduce((from, word) => step(from, word), at)));
    reached = optional ? [...reached, ...further] : further;
    if (reached.length > TOO_MANY) throw new Error(`the phrase "${phrase}" stands for more than ${TOO_MANY} sequences`);
  }
  const ends = reached.filter((at) => at !== begin);
  if (ends.length === 0) throw new Error(`the phrase "${phrase}" is empty`);
  return ends;
}

/** The forms of one word, each a sequence because a hyphen parts words; only the last part is inflected. */
function formsOf(word: string): readonly (readonly string[])[] {
  const [base = "", mark] = word.split("/");
  const parts = base.split("-").map((part) => (part === NUMBER || part.endsWith("*") ? part : normalise(part)));
  if (parts.includes("")) return [];
  const [before, last = ""] = [parts.slice(0, -1), parts.at(-1)];
  const forms = mark === "v" ? verbForms(last) : mark === "n" ? nounForms(last) : [last];
  return forms.map((form) => [...before, form]);
}
