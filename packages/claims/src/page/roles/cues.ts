import cues from "./cues.json" with { type: "json" };

export type SectionRole = "references" | "disclaimer" | "testimonials";

const roles = new Map<string, SectionRole>([
  ...cues.referenceHeadings.map((heading) => [heading, "references"] as const),
  ...cues.disclaimerHeadings.map((heading) => [heading, "disclaimer"] as const),
  ...cues.testimonialHeadings.map((heading) => [heading, "testimonials"] as const),
]);

/** What a section holds by its heading: "References", "What our patients say". */
export const sectionRole = (heading: string): SectionRole | undefined =>
  heading.length > 60
    ? undefined
    : roles.get(
        heading
          .toLowerCase()
          .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "")
          .replace(/\s+/g, " "),
      );

/** A word of every phrase: most blocks hold none, and need no closer look. */
const TELLTALE =
  /disclaim|evalua|\bvary|guarant|intend|advice|substitut|purposes|information|consult|responsib|claims|variar|varían|sustituy|consejo|fines|pretende|garanti/i;

/** Whether a block limits or disowns what the page says elsewhere. */
export const isDisclaimer = (words: string): boolean => {
  if (!TELLTALE.test(words)) return false;
  const plain = words.toLowerCase().replace(/\s+/g, " ");
  return /^\W*(?:medical |legal )?disclaimer\b/.test(plain) || cues.disclaimerPhrases.some((phrase) => plain.includes(phrase));
};
