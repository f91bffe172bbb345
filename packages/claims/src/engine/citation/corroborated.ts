import type { Page } from "../../page/page.ts";
import { countIn, sizesOf } from "./counts.ts";
import { type Work, type Works, wordsOf } from "./works.ts";

const DISTINCTIVE = 6; // letters of a surname that few share
const FEWEST = 6; // patients: smaller numbers stand on every page
const SHARED_WORDS = 3; // of the title, besides those that every title in the field has
const EVERY_TITLE = new Set(
  "stem cell cells therapy treatment study trial review systematic patients bone marrow autologous results clinical efficacy safety randomized randomised controlled osteoarthritis mesenchymal injection injections with from using".split(
    " ",
  ),
);

/**
 * An author and a year are not yet a paper: one author writes several in a year. They count as found when the passage gives
 * a number of the study or words of its title, or when the name is rare and we know one paper by it.
 */
export function isCorroborated(
  page: Page,
  { work, sentences }: { readonly work: Work; readonly sentences: readonly number[] },
  { byFirstAuthor }: Works,
): boolean {
  const first = work.surnames[0] ?? "";
  if (first.length >= DISTINCTIVE && byFirstAuthor.get(first)?.length === 1) return true;
  const words = sentences.flatMap((at) => wordsOf(page.text.slice(page.sentences[at]!.start, page.sentences[at]!.end)));
  const spoken = new Set(words);
  if (work.titleWords.filter((word) => spoken.has(word) && !EVERY_TITLE.has(word)).length >= SHARED_WORDS) return true;
  const sizes = work.study ? sizesOf(work.study) : new Set<number>();
  return words.some((word) => (countIn(word) ?? 0) >= FEWEST && sizes.has(countIn(word)!));
}
