import type { Catalog } from "@calcar/catalog";
import { CHOICES } from "./draft/choices.ts";
import type { KnownWords } from "./known-words.ts";

export interface Known {
  readonly sources: ReadonlySet<string>;
  readonly studies: ReadonlySet<string>;
  readonly instruments: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
}

/** What the catalog knows: an id that none of its studies and questions uses would enter no pool for ever. */
export function knownIn(catalog: Catalog): Known {
  const outcomes = [...catalog.studies.values()].flatMap((study) => study.outcomes);
  const asked = [...catalog.questions.values()].flatMap((question) =>
    "admits" in question && "outcome" in question.admits ? [question.admits.outcome] : [],
  );
  return {
    sources: new Set(catalog.sources.keys()),
    studies: new Set(catalog.studies.keys()),
    instruments: new Set([
      ...outcomes.flatMap(({ instrumentId }) => instrumentId ?? []),
      ...asked.flatMap((outcome) => ("instruments" in outcome ? outcome.instruments : [])),
      ...catalog.instruments.keys(),
    ]),
    events: new Set([
      ...outcomes.flatMap((outcome) => (outcome.type === "events" ? [outcome.event] : [])),
      ...asked.flatMap((outcome) => ("events" in outcome ? outcome.events : [])),
    ]),
  };
}

const sorted = (words: ReadonlySet<string>): string[] => [...words].sort();

/** The same as lists for a form. */
export const wordsOf = ({ sources, studies, instruments, events }: Known): KnownWords => ({
  sources: sorted(sources),
  studies: sorted(studies),
  instruments: sorted(instruments),
  events: sorted(events),
  choices: Object.fromEntries(Object.entries(CHOICES).map(([field, words]) => [field, [...words]])),
});
