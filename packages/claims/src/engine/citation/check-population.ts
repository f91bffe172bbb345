import type { Study } from "@calcar/catalog";
import type { Span } from "../../page/page.ts";
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
      return words.length === 0 ? [] : [{ sentence, words, detail: `${citedAs(work)} ${studied(study)}.`, sources: [work.source] }];
    });
  });
}

interface Asked {
  readonly study: Study;
  readonly says: CitingPage["says"];
}

/** The words that carry a result over; empty when the sentence stays with what was studied. */
function borrowed({ isSure, sentences }: CitedPassage, sentence: number, { study, says }: Asked): readonly Span[] {
  const { disease, joint, condition } = study;
  const anywhere = (list: string) => sentences.some((at) => says.mentions(at, list));
  if (disease === "other") return /^any\b/.test(condition) ? [] : says.words(sentence, "carried-over");
  const isOtherJoint = joint === "knee" && isSure && says.mentions(sentence, "hip-word") && !anywhere("knee-word");
  const isOtherDisease = disease in OWN_WORDS && !anywhere(OWN_WORDS[disease]!) && says.mentions(sentence, OTHER_WORDS[disease]!);
  return isOtherJoint || isOtherDisease ? says.words(sentence, "benefit") : [];
}

const OA = "oa-word";
const ONFH = "onfh-word";
const OWN_WORDS: Partial<Record<Study["disease"], string>> = { onfh: ONFH, "hip-oa": OA, "knee-oa": OA, "oa-mixed": OA };
const OTHER_WORDS: Partial<Record<Study["disease"], string>> = { onfh: OA, "hip-oa": ONFH, "knee-oa": ONFH, "oa-mixed": ONFH };

/** What was studied, and how the sentence differs from it. */
function studied({ disease, condition, joint }: Study): string {
  if (disease === "onfh") return "studied osteonecrosis of the femoral head, not osteoarthritis";
  if (disease === "other") return `studied ${condition}; the page carries it over to osteoarthritis or the hip`;
  return `studied ${condition}, not ${joint === "knee" ? "the hip" : "osteonecrosis"}`;
}
