import type { Study } from "@calcar/catalog";
import { citedAs } from "./cited-as.ts";
import type { CitedPassage } from "./cited-passages.ts";
import type { CitingPage, FoundFault } from "./citing-page.ts";

/** A benefit for one disease or joint, told of a study of another. */
export function wrongDiseaseOrJoint({ citations, says }: CitingPage): readonly FoundFault[] {
  return citations.passages.flatMap((passage) => {
    const { work, sentences, shared } = passage;
    if (work.study === undefined) return [];
    const { study } = work;
    return sentences.flatMap((sentence) => {
      const words = shared.has(sentence) ? [] : borrowed(passage, sentence, { study, says });
      return words.length === 0
        ? []
        : [{ sentence, words, detail: `${citedAs(work)} studied ${study.condition}${CARRIED_TO[study.disease] ?? ", not hips"}.` }];
    });
  });
}

interface Asked {
  readonly study: Study;
  readonly says: CitingPage["says"];
}

/** The words that carry a result over; empty when the sentence stays with what was studied. */
function borrowed({ by, sentences }: CitedPassage, sentence: number, { study, says }: Asked) {
  const { disease, joint, condition } = study;
  const anywhere = (list: string) => sentences.some((at) => says.mentions(at, list));
  const here = (list: string) => says.mentions(sentence, list);
  const own = OWN_WORDS[disease];
  if (disease === "other") return /^any\b/.test(condition) ? [] : says.words(sentence, "carried-over");
  if (own === undefined || anywhere(own))
    return joint === "knee" && by !== "name" && here("hip-word") && !anywhere("knee-word") ? says.words(sentence, "benefit") : [];
  const other = own === "onfh-word" ? "oa-word" : "onfh-word";
  return here(other) ? says.words(sentence, "benefit") : [];
}

const OWN_WORDS: Partial<Record<Study["disease"], string>> = {
  onfh: "onfh-word",
  "hip-oa": "oa-word",
  "knee-oa": "oa-word",
  "oa-mixed": "oa-word",
};

/** How the sentence differs from the study, told behind what was studied. */
const CARRIED_TO: Partial<Record<Study["disease"], string>> = {
  onfh: ", not osteoarthritis",
  "hip-oa": ", not osteonecrosis",
  other: "; the page carries it over to osteoarthritis or the hip",
};
