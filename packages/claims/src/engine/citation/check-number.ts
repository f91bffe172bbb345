import type { Study } from "@calcar/catalog";
import { isEstablished } from "@calcar/vocabulary";
import type { Span } from "../../page/page.ts";
import { citedAs } from "./cited-as.ts";
import type { CitingPage, FoundFault } from "./citing-page.ts";
import { countIn, countsOf } from "./counts.ts";

const NUMBER =
  "\\d{1,2},\\d{3}|\\d{1,4}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]{3,5})?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
const PEOPLE = "(?:patients|people|persons|subjects|participants|adults|individuals|volunteers|hips|cases|men|women)";
/** How a sentence says how many a study was of: not how many of them did this or that. */
const SAMPLES = [
  new RegExp(
    `\\b(?:in|among|of|with|on|treated|followed|enrolled|included|involving|including|recruited|studied|investigated)\\s(${NUMBER})\\s(?:[\\p{L}-]+\\s){0,4}?${PEOPLE}\\b`,
    "giu",
  ),
  new RegExp(
    `^[^\\p{L}\\d]{0,10}(?:\\p{L}+:[\\s*]{0,8})?(${NUMBER})\\s(?:[\\p{L}-]+\\s){0,4}?${PEOPLE}\\s(?:[^.]{0,60}\\s)?(?:received|underwent|were\\s(?:treated|given|injected|followed|enrolled))\\b`,
    "giu",
  ),
];
const REVIEWED = new RegExp(
  `\\b(?:review|meta-analysis|analysis|summar(?:y|ised|ized|ises|izes))\\s(?:[\\p{L}-]+\\s){0,4}?(${NUMBER})\\s(?:[\\p{L}-]+\\s){0,3}?(?:studies|trials|RCTs)\\b`,
  "giu",
);
const FEWEST = 3;

/** How many were studied, where the page gives another number than the study. */
export function numberDiffers({ page, citations }: CitingPage): readonly FoundFault[] {
  return citations.passages.flatMap((passage) => {
    const { work, sentences } = passage;
    const size = work.study === undefined || !passage.isSure ? undefined : sizeOf(work.study);
    if (size === undefined) return [];
    const text = (at: number) => page.text.slice(page.sentences[at]!.start, page.sentences[at]!.end);
    if (sentences.some((at) => [...text(at).matchAll(/[\p{L}\d,-]+/gu)].some(([word]) => size.totals.includes(countIn(word) ?? -1))))
      return [];
    return sentences.flatMap((sentence) => {
      const stated = passage.shared.has(sentence) ? [] : statedIn(text(sentence), page.sentences[sentence]!.start, size);
      return stated.length === 0 ? [] : [{ sentence, words: stated, detail: `${citedAs(work)} is ${size.says}.`, sources: [work.source] }];
    });
  });
}

interface Size {
  readonly totals: readonly number[];
  readonly says: string;
  readonly forms: readonly RegExp[];
  readonly known: ReadonlySet<number>;
}

/** How large a study is, when its record says so and somebody has read it in the source. */
function sizeOf(study: Study): Size | undefined {
  if (study.verified !== "source-text") return undefined;
  const known = countsOf(study);
  if (study.designClass === "review") {
    const included = study.outcomes.find(
      (outcome) =>
        outcome.type === "reported" &&
        /^studies included/.test(outcome.name) &&
        typeof outcome.value === "number" &&
        isEstablished(outcome.ground.verified),
    );
    if (included?.type !== "reported" || typeof included.value !== "number") return undefined;
    return { totals: [included.value], says: `a review of ${included.value} studies`, forms: [REVIEWED], known };
  }
  const totals = [study.patients, study.hips].filter((count) => count !== undefined);
  const says = [study.patients === undefined ? [] : [`${study.patients} patients`], study.hips === undefined ? [] : [`${study.hips} hips`]]
    .flat()
    .join(", ");
  return totals.length === 0 ? undefined : { totals, says: `a study of ${says}`, forms: SAMPLES, known };
}

function statedIn(text: string, start: number, { forms, known }: Size): Span[] {
  return forms.flatMap((form) =>
    [...text.matchAll(form)].flatMap(({ 0: whole, 1: words, index }) => {
      const count = countIn(words!);
      return count === undefined || count < FEWEST || known.has(count) ? [] : [{ start: start + index, end: start + index + whole.length }];
    }),
  );
}
