import type { Study } from "@calcar/catalog";
import { isEstablished } from "@calcar/vocabulary";
import { citedAs } from "./cited-as.ts";
import type { CitingPage, FoundFault } from "./citing-page.ts";

/** "No adverse events" with a study that counted some, or that speaks of major ones only. */
export function harmsDenied({ citations, says }: CitingPage): readonly FoundFault[] {
  return citations.passages.flatMap(({ work, sentences, shared }) => {
    const found = work.study === undefined ? undefined : harmsOf(work.study);
    if (found === undefined) return [];
    return sentences.flatMap((sentence) => {
      const words = shared.has(sentence) ? [] : says.words(sentence, "none-harmed");
      return words.length === 0
        ? []
        : [{ sentence, words, detail: `${citedAs(work)} does not report that there were none: ${found.says}.`, sources: [found.source] }];
    });
  });
}

interface Harms {
  readonly says: string;
  readonly source: string;
}

/** What a study reports of harms, when it is not that there were none. */
function harmsOf({ adverseEvents, outcomes }: Study): Harms | undefined {
  if (adverseEvents && isEstablished(adverseEvents.ground.verified)) {
    const { events, serious, summary } = adverseEvents;
    if ((events ?? 0) > 0 || (serious ?? 0) > 0 || (events === undefined && LIMITED.test(summary)))
      return { says: lowered(summary), source: adverseEvents.ground.source };
  }
  const counted = outcomes.find(
    (outcome) =>
      outcome.type === "events" &&
      /adverse|complication/.test(outcome.event) &&
      outcome.events > 0 &&
      isEstablished(outcome.ground.verified),
  );
  if (counted?.type !== "events") return undefined;
  return { says: `${counted.name}, ${counted.events} of ${counted.total}`, source: counted.ground.source };
}

/** Says only that there was nothing of a certain weight. */
const LIMITED = /\bno (?:major|serious|severe|product-related|treatment-related|significant)\b|\bminor\b/i;

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, "");
