import { nounForms, verbForms } from "./inflect.ts";
import { normalise } from "./tokens.ts";

/** A number in digits or in words. */
export const NUMBER = "#";

const TOO_MANY = 4000;

/**
 * Reads one phrase of the word lists into every sequence of words that it stands for.
 *
 * `a|b` one or the other; `cure/v` every form of the verb; `hip/n` singular and plural; `the?` may be left out;
 * `regener*` every word that begins so; `#` a number. Hyphens part words as they do in a text.
 *
 * @throws when the phrase is empty or stands for more than 4000 sequences
 */
export function expandPhrase(phrase: string): readonly (readonly string[])[] {
  let sequences: (readonly string[])[] = [[]];
  for (const part of phrase.trim().split(/\s+/)) {
    const optional = part.endsWith("?");
    const alternatives = (optional ? part.slice(0, -1) : part).split("|").flatMap(formsOf);
    const longer = sequences.flatMap((sequence) => alternatives.map((words) => [...sequence, ...words]));
    sequences = optional ? [...sequences, ...longer] : longer;
    if (sequences.length > TOO_MANY) throw new Error(`the phrase "${phrase}" stands for more than ${TOO_MANY} sequences`);
  }
  const filled = sequences.filter((sequence) => sequence.length > 0 && sequence.every((word) => word !== ""));
  if (filled.length === 0) throw new Error(`the phrase "${phrase}" is empty`);
  return filled;
}

/** The forms of one word, each a sequence because a hyphen parts words; only the last part is inflected. */
function formsOf(word: string): readonly (readonly string[])[] {
  const [base = "", mark] = word.split("/");
  const parts = base.split("-").map((part) => (part === NUMBER || part.endsWith("*") ? part : normalise(part)));
  const [before, last = ""] = [parts.slice(0, -1), parts.at(-1)];
  const forms = mark === "v" ? verbForms(last) : mark === "n" ? nounForms(last) : [last];
  return forms.map((form) => [...before, form]);
}
