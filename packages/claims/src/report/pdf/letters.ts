import ranges from "@fontsource/source-serif-4/unicode.json" with { type: "json" };

/** A part of the typeface, as its files are cut: each holds some of the letters. */
export type FontPart = keyof typeof ranges;

/** A stretch of text that one part of the typeface can print. */
export interface LetterRun {
  readonly part: FontPart;
  readonly text: string;
}

const PARTS = (["latin", "latin-ext", "greek", "cyrillic", "cyrillic-ext", "vietnamese"] as const satisfies readonly FontPart[]).map(
  (part) => ({
    part,
    ranges: ranges[part].split(",").map((range) => {
      const [from = "", to = from] = range.replace("U+", "").split("-");
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
    }),
  }),
);

const partOf = (code: number): FontPart | undefined =>
  PARTS.find(({ ranges }) => ranges.some(([from, to]) => from <= code && code <= to))?.part;

const UNPRINTABLE = "?";
const UNSEEN = /[\p{Cc}\p{Cf}]|\p{Variation_Selector}/gu; // a line end is cut at before

/**
 * Cuts a text into stretches that the typeface can print. A letter that it does not have becomes a question mark.
 *
 * @returns the stretches in order, and how many letters were not printed
 */
export function letterRuns(text: string): { readonly runs: readonly LetterRun[]; readonly unprinted: number } {
  const runs: { part: FontPart; text: string }[] = [];
  let unprinted = 0;
  for (const letter of text.replace(/[\t\p{Zs}]/gu, " ").replace(UNSEEN, "")) {
    const part = partOf(letter.codePointAt(0)!);
    if (part === undefined) unprinted += 1;
    const last = runs.at(-1);
    const shown = part === undefined ? UNPRINTABLE : letter;
    if (last && (last.part === (part ?? "latin") || letter === " ")) last.text += shown;
    else runs.push({ part: part ?? "latin", text: shown });
  }
  return { runs, unprinted };
}
