import type { Excuse } from "@calcar/catalog";
import type { Page, Sentence } from "../page/page.ts";
import type { Excused } from "./cues.ts";
import type { Reading } from "./reading.ts";

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

/** What an introduction can excuse in all that it introduces. */
const CARRIED: ReadonlySet<Excuse> = new Set(["distance", "condition", "myth", "negation", "aim", "hedge"]);

/** "Instead of surgery" above a list denies nothing in it; "Red flags" does, unless the seller speaks: "Unlike other clinics, we". */
const OF_OTHERS: ReadonlySet<Excuse> = new Set(["distance", "condition", "myth"]);

/** The excuse that a sentence takes over from its introduction: one that runs to its end. */
export function carriedOver(reading: Reading, introduction: Reading, carry: Carry): Excuse | undefined {
  const { tokens } = introduction;
  return introduction
    .excused()
    .find(
      (cue) =>
        carry.which.has(cue.excuse) &&
        CARRIED.has(cue.excuse) &&
        cue.reachTo === tokens.length &&
        carries(cue, reading, introduction, carry),
    )?.excuse;
}

interface Carry {
  readonly which: ReadonlySet<Excuse>;
  readonly ownVoice: number; // a list
}

function carries(cue: Excused, { block, mentions }: Reading, { tokens, sentence, ...introduction }: Reading, { ownVoice }: Carry): boolean {
  const ownWords = introduction.mentions.get(ownVoice) ?? [];
  if (OF_OTHERS.has(cue.excuse) && ownWords.some(({ from }) => from >= cue.from - 1)) return false;
  if (sentence.isQuestion) return cue.excuse === "distance" && !mentions.has(ownVoice);
  if (!sentence.isHeading) return true;
  const isList = block.layout === "list-item" || block.cell !== undefined;
  return (cue.from === 0 && cue.to === tokens.length) || (isList && OF_OTHERS.has(cue.excuse));
}
