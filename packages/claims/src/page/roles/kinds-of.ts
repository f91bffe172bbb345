import type { DraftBlock } from "../draft.ts";
import type { BlockKind, Span } from "../page.ts";
import { isSignature } from "../shape/marks.ts";
import { isDisclaimer, type SectionRole, sectionRole } from "./cues.ts";
import { isListedReference, isReferenceEntry } from "./is-reference.ts";
import { isTestimonial } from "./is-testimonial.ts";

/** A block with what was found in it. */
export interface ReadBlock {
  readonly draft: DraftBlock;
  readonly sentences: readonly Span[];
  readonly quotations: readonly Span[];
}

const LONGEST_QUESTION = 260;

/** A shorter line under "Legal notice" is a button or an address. */
const SHORTEST_LEGAL = 50;

/** Whether a sentence asks; a closing mark or a footnote may stand behind the question mark. */
export const asks = (text: string, { start, end }: Span): boolean =>
  /[?‽][!?.\s"'”’»)\]*_\d¹²³⁰-⁹[,]*$/u.test(text.slice(Math.max(start, end - 12), end));

/** `They ask, "Is it safe?"` reports a question and asks none. */
const isReportedQuestion = (quotations: readonly Span[], { start, end }: Span): boolean =>
  quotations.some((quoted) => quoted.start > start && quoted.start < end && quoted.end >= end - 1);

const isQuestion = (text: string, { draft, sentences, quotations }: ReadBlock): boolean =>
  sentences.length > 0 &&
  sentences.length <= 2 &&
  draft.body.end - draft.body.start <= LONGEST_QUESTION &&
  sentences.every((sentence) => asks(text, sentence) && !isReportedQuestion(quotations, sentence));

/** Layouts whose words are never an entry, a report or a disclaimer of their own. */
const FIXED = new Set(["heading", "meta", "code", "caption", "alt-text"]);

interface Place {
  readonly text: string;
  readonly blocks: readonly ReadBlock[];
  readonly section: SectionRole | undefined;
}

const isSignedBelow = ({ text, blocks }: Place, index: number): boolean => {
  const next = blocks[index + 1]?.draft;
  return next !== undefined && !FIXED.has(next.layout) && isSignature(text.slice(next.start, next.end).trim());
};

/** "Individual results vary" within a paragraph of praise makes no disclaimer of the praise. */
const isMainlyDisclaimer = (text: string, { sentences }: ReadBlock, words: string): boolean => {
  if (!isDisclaimer(words)) return false;
  const disclaiming = sentences.filter(({ start, end }) => isDisclaimer(text.slice(start, end))).length;
  return disclaiming * 2 >= sentences.length || /^\W{0,6}(?:disclaimer|copyright|©|these statements|the information|aviso)/i.test(words);
};

const meaningOf = (place: Place, index: number): BlockKind | undefined => {
  const { text, blocks, section } = place;
  const { draft, quotations } = blocks[index]!;
  const words = text.slice(draft.body.start, draft.body.end);
  const whole = text.slice(draft.start, draft.end);
  if (section === "references" && isListedReference(whole)) return "reference";
  if (isReferenceEntry(whole)) return "reference";
  if ((section === "disclaimer" && words.length >= SHORTEST_LEGAL) || isMainlyDisclaimer(text, blocks[index]!, words)) return "disclaimer";
  const inTestimonials = section === "testimonials" || draft.hint === "testimonial";
  const report = {
    words,
    quotations,
    text,
    isSetOff: draft.layout === "quotation",
    inTestimonials,
    isSignedBelow: isSignedBelow(place, index),
  };
  return isTestimonial(report) ? "testimonial" : undefined;
};

const kindOf = (place: Place, index: number, before: BlockKind | undefined): BlockKind => {
  const { text, blocks } = place;
  const block = blocks[index]!;
  const { layout, hint } = block.draft;
  if (hint && hint !== "testimonial") return hint;
  if (FIXED.has(layout)) return layout === "heading" && isQuestion(text, block) ? "question" : layout;
  const meaning = meaningOf(place, index);
  if (meaning) return meaning;
  if (before === "testimonial" && isSignature(text.slice(block.draft.start, block.draft.end).trim())) return "testimonial";
  return isQuestion(text, block) ? "question" : layout;
};

/** What each block of a page is for: a heading's words tell of the blocks below it, the words of a block of itself. */
export const kindsOf = (text: string, blocks: readonly ReadBlock[]): BlockKind[] => {
  const kinds: BlockKind[] = [];
  let section: SectionRole | undefined;
  let sectionLevel = 0;
  blocks.forEach(({ draft }, index) => {
    if (draft.layout === "heading") {
      const role = sectionRole(text.slice(draft.body.start, draft.body.end));
      const level = draft.level ?? 2;
      if (role || level <= sectionLevel) [section, sectionLevel] = [role, level];
    }
    kinds.push(kindOf({ text, blocks, section }, index, kinds.at(-1)));
  });
  return kinds;
};
