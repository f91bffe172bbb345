import { citedAs } from "./cited-as.ts";
import type { CitingPage, FoundFault } from "./citing-page.ts";

const FEW = 200; // patients; larger series are told by their design alone

/** An uncontrolled study called proof, with neither its size nor its design in the passage. */
export function takenForProof({ page, citations, says }: CitingPage): readonly FoundFault[] {
  return citations.passages.flatMap(({ work, sentences, shared }) => {
    const { study } = work;
    if (study === undefined || (study.designClass !== "uncontrolled" && study.designClass !== "registry")) return [];
    const told = sentences.some(
      (at) => isTold(page.text.slice(page.sentences[at]!.start, page.sentences[at]!.end)) || says.mentions(at, "sample-size"),
    );
    if (told) return [];
    const size = study.patients ?? study.hips;
    const few = size === undefined || size > FEW ? "" : ` of ${size} ${study.patients === undefined ? "hips" : "patients"}`;
    return sentences.flatMap((sentence) => {
      const words = shared.has(sentence) ? [] : says.words(sentence, "as-proof");
      return words.length === 0
        ? []
        : [
            {
              sentence,
              words,
              detail: `${citedAs(work)} is a study${few} without a comparison group; it cannot prove this.`,
              sources: [work.source],
            },
          ];
    });
  });
}

const isTold = (sentence: string) =>
  /\buncontrolled\b|\bregistry\b|\bcase series\b|\bpilot\b|\bwithout (?:a )?(?:control|comparison)|\bno (?:control|comparison)|\bobservational\b|\bpreliminary\b/i.test(
    sentence,
  );
