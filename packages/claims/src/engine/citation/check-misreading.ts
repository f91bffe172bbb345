import { isEstablished } from "@calcar/vocabulary";
import { citedAs } from "./cited-as.ts";
import type { CitingPage, FoundFault } from "./citing-page.ts";
import { misreadingId } from "./sign-rules.ts";
import type { Work } from "./works.ts";

/** A sentence that tells of a study what the study is known to be misread as. */
export function misread({ page, citations, says }: CitingPage): readonly FoundFault[] {
  const listed = new Set(citations.list.flatMap(({ resolution }) => (resolution.kind === "resolved" ? [resolution.work] : [])));
  return [
    ...citations.passages.flatMap(({ work, sentences }) => misreadIn(work, sentences, says)),
    ...[...listed].flatMap((work) => misreadIn(work, [...page.sentences.keys()], says, true)),
  ];
}

function misreadIn(work: Work, sentences: readonly number[], says: CitingPage["says"], onlyDistinctive = false): FoundFault[] {
  return (work.study?.misreadings ?? [])
    .filter(
      ({ grounds, distinctive }) => grounds.every(({ verified }) => isEstablished(verified)) && (!onlyDistinctive || distinctive === true),
    )
    .flatMap(({ id, sourceSays, grounds }) =>
      sentences.flatMap((sentence) => {
        const words = says.words(sentence, misreadingId(work.study!.id, id));
        return words.length === 0
          ? []
          : [{ sentence, words, detail: `${citedAs(work)}: ${sourceSays}`, sources: grounds.map(({ source }) => source) }];
      }),
    );
}
