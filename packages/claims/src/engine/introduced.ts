import type { Page, Sentence } from "../page/page.ts";

/**
 * For each sentence, the index of the one that introduces it: "Beware of clinics that promise:" its list, a heading the list
 * or the line below it, a question the paragraph that answers it, the head of a column its cells. Undefined where none does.
 */
export function introductionsOf(page: Page, sentences: readonly Sentence[]): readonly (number | undefined)[] {
  const lastOf = new Map<number, number>(); // of a block, its last sentence
  const introductions: (number | undefined)[] = [];
  sentences.forEach((sentence, at) => {
    const isFirst = sentences[at - 1]?.block !== sentence.block;
    introductions.push(isFirst ? introductionOf(page, { sentence, before: at - 1, sentences, lastOf }) : introductions[at - 1]);
    lastOf.set(sentence.block, at);
  });
  return introductions;
}

interface Place {
  readonly sentence: Sentence;
  readonly before: number;
  readonly sentences: readonly Sentence[];
  readonly lastOf: ReadonlyMap<number, number>;
}

function introductionOf(page: Page, { sentence, before, sentences, lastOf }: Place): number | undefined {
  const { leadIn, cell, section, layout } = page.blocks[sentence.block]!;
  const named = leadIn ?? cell?.header ?? (layout === "list-item" ? section : undefined);
  if (named !== undefined) return lastOf.get(named);
  const above = sentences[before];
  return above && (above.isHeading || above.isQuestion || page.text[above.end - 1] === ":") ? before : undefined;
}
