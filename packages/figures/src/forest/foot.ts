import { numberText, type Pooled, pText } from "@calcar/evidence";
import { rowsOf, type Sheet } from "../rows/sheet.ts";
import { fill, type Words } from "../words.ts";
import { isOnMeans } from "./forest-rows.ts";
import { markNotes } from "./mark-notes.ts";

/** What stands below the axis: what the signs mean, how the pool was made and how far the studies agree. */
export function footLines(pooled: Pooled, sheet: Sheet, words: Words, cut: boolean): string[] {
  const { k, n, counted, tau2, i2, q, df, qP, p, tau2Method, ciMethod } = pooled;
  const { language } = words;
  const ci = words[`ci.${ciMethod}`];
  const apart = {
    tau2: numberText(tau2, 3, language),
    i2: numberText(i2, 0, language),
    q: numberText(q, 2, language),
    df,
    p: pWords(qP ?? 1, language),
  };
  return [
    ...leftOutLine({ without: labelsOf(pooled, sheet) }, words),
    ...(isOnMeans(pooled) ? [fill(words[`unit.${pooled.measure as "MD" | "SMD"}`], { outcome: pooled.outcome })] : []),
    ...(k > 1
      ? [fill(words.heterogeneity, apart), fill(words.method, { tau2: words[`tau2.${tau2Method}`], ci, p: pWords(p, language) })]
      : [fill(words.alone, { n, counted: words[`counted.${counted}`] }), fill(words.methodAlone, { ci, p: pWords(p, language) })]),
    ...(cut ? [words.cut] : []),
    ...(rowsOf(sheet).some(({ mark }) => mark !== undefined) ? markNotes(pooled.studies, words) : []),
  ];
}

/** The names of the studies left out, where the figure shows them; otherwise their ids. */
function labelsOf({ without }: Pooled, sheet: Sheet): readonly string[] {
  const shown = rowsOf(sheet).filter(({ kind }) => kind === "left-out");
  return shown.length > 0 ? shown.map(({ label }) => label) : without;
}

/** A figure of a selection says so wherever it is shown. */
export const leftOutLine = ({ without }: { readonly without: readonly string[] }, words: Words): string[] =>
  without.length > 0 ? [fill(words.leftOut, { studies: without.join(", ") })] : [];

/** "= 0.56", "< 0.001". */
export function pWords(p: number, language: string): string {
  const text = pText(p, language);
  return text.startsWith("<") ? `< ${text.slice(1)}` : `= ${text}`;
}
