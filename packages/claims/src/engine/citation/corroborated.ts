import type { Page } from "../../page/page.ts";
import { countIn, sizesOf } from "./counts.ts";
import { type Work, type Works, wordsOf } from "./works.ts";

const DISTINCTIVE = 6; // letters of a surname that few share
const FEWEST = 6; // patients: smaller numbers stand on every page
const SHARED_WORDS = 2; // of the title, besides those that every title in the field has
const EVERY_TITLE = new Set(
  "femoral head stem cell cells therapy treatment study trial review systematic patients bone marrow autologous results clinical efficacy safety randomized randomised controlled osteoarthritis mesenchymal injection injections with from using".split(
    " ",
  ),
);

/** How sure it is that an author and a year mean this paper, and not another that the author wrote in that year. */
export type Corroboration = "size" | "words" | "rare-name";

/**
 * What besides author and year speaks for a paper: a number of patients of the study, words of its title, or a name that few
 * share and that we know for papers on one disease only. Absent: nothing does.
 */
export function corroborationOf(
  page: Page,
  { work, sentences }: { readonly work: Work; readonly sentences: readonly number[] },
  { byFirstAuthor }: Works,
): Corroboration | undefined {
  const words = sentences.flatMap((at) => wordsOf(page.text.slice(page.sentences[at]!.start, page.sentences[at]!.end)));
  const sizes = work.study ? sizesOf(work.study) : new Set<number>();
  if (words.some((word) => (countIn(word) ?? 0) >= FEWEST && sizes.has(countIn(word)!))) return "size";
  const spoken = new Set(words);
  if (work.titleWords.filter((word) => spoken.has(word) && !EVERY_TITLE.has(word)).length >= SHARED_WORDS) return "words";
  return isRare(work.surnames[0] ?? "", byFirstAuthor) ? "rare-name" : undefined;
}

function isRare(surname: string, byFirstAuthor: Works["byFirstAuthor"]): boolean {
  const coordinates = (byFirstAuthor.get(surname) ?? []).map(({ study }) => `${study?.disease} ${study?.joint}`);
  return surname.length >= DISTINCTIVE && new Set(coordinates).size === 1;
}
