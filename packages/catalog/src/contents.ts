import type { Catalog } from "./catalog.ts";
import { freeze } from "./freeze.ts";
import { type CatalogInstrument, instrumentEntry } from "./instrument-entry.ts";
import type { Parsed } from "./parse/parsed.ts";

/** What a catalog holds, as plain lists that can be written down and read back. */
export interface Contents {
  readonly sources: Values<"sources">;
  readonly studies: Values<"studies">;
  readonly riskOfBias: Values<"riskOfBias">;
  readonly guidelines: Values<"guidelines">;
  readonly disagreements: Values<"disagreements">;
  readonly staging: Values<"staging">;
  readonly factGroups: Values<"factGroups">;
  readonly criteria: Catalog["criteria"];
  readonly pathways: Values<"pathways">;
  readonly answers: Values<"answers">;
  readonly questions: Values<"questions">;
  readonly benchmarks: Values<"benchmarks">;
  readonly trials: Values<"trials">;
  readonly searches: Values<"searches">;
  readonly reviewIntervals: Values<"reviewIntervals">;
  readonly claimWords: Values<"claimWords">;
  readonly claimCues: Values<"claimCues">;
  readonly claims: Catalog["claims"];
  readonly claimConditions: Values<"claimConditions">;
  readonly claimOutcomes: Values<"claimOutcomes">;
  readonly provisions: Values<"provisions">;
  readonly instruments: readonly CatalogInstrument[];
  readonly responders: Values<"responders">;
}
type Values<K extends keyof Parsed> = readonly Parsed[K][number]["value"][];

/** Puts what was parsed in the order in which people read it. */
export function contentsOf(parsed: Parsed): Contents {
  const cases = new Map(parsed.cases.map(({ name, value }) => [name, value]));
  const values = <T>(entries: readonly { readonly value: T }[]): T[] => entries.map(({ value }) => value);
  return {
    sources: values(parsed.sources),
    studies: values(parsed.studies),
    riskOfBias: values(parsed.riskOfBias),
    guidelines: values(parsed.guidelines),
    disagreements: values(parsed.disagreements),
    staging: values(parsed.staging),
    factGroups: values(parsed.factGroups).sort((a, b) => a.order - b.order),
    criteria: parsed.criteria.map(({ name, value }) => ({ ...value, cases: cases.get(name) ?? [] })),
    pathways: values(parsed.pathways),
    answers: values(parsed.answers),
    questions: values(parsed.questions),
    benchmarks: values(parsed.benchmarks),
    trials: values(parsed.trials),
    searches: values(parsed.searches),
    reviewIntervals: values(parsed.reviewIntervals),
    claimWords: values(parsed.claimWords),
    claimCues: values(parsed.claimCues),
    claims: parsed.claims.flatMap(({ name, value }) => {
      const claimCases = parsed.claimCases.find((entry) => entry.name === name)?.value;
      return claimCases ? [{ ...value, cases: claimCases }] : [];
    }),
    claimConditions: values(parsed.claimConditions),
    claimOutcomes: values(parsed.claimOutcomes),
    provisions: values(parsed.provisions),
    instruments: instrumentsOf(parsed),
    responders: values(parsed.responders),
  };
}

function instrumentsOf({ instruments, vectors, thresholds }: Parsed): CatalogInstrument[] {
  const byName = new Map(instruments.map(({ name, value }) => [name, value]));
  return instruments.map(({ name, value }) =>
    instrumentEntry(value, {
      parent: value.partOf === undefined ? undefined : byName.get(value.partOf),
      vectors: vectors.find((entry) => entry.name === name)?.value ?? [],
      thresholds: thresholds.find((entry) => entry.name === name)?.value,
    }),
  );
}

/** A catalog over contents, frozen. */
export function catalogOf(contents: Contents, version: string): Catalog {
  const { guidelines, disagreements, factGroups, criteria, claimCues, claims, claimConditions, claimOutcomes, provisions } =
    freeze(contents);
  return Object.freeze({
    version,
    sources: byId(contents.sources),
    studies: byId(contents.studies),
    riskOfBias: byId(contents.riskOfBias),
    guidelines,
    disagreements,
    staging: byId(contents.staging),
    factGroups,
    criteria,
    pathways: byId(contents.pathways),
    answers: byId(contents.answers),
    questions: byId(contents.questions),
    benchmarks: byId(contents.benchmarks),
    trials: byId(contents.trials),
    searches: byId(contents.searches),
    reviewIntervals: byId(contents.reviewIntervals),
    claimWords: byId(contents.claimWords),
    claimCues,
    claims,
    claimConditions,
    claimOutcomes,
    provisions,
    instruments: byId(contents.instruments),
    responders: byId(contents.responders),
  });
}

const byId = <T extends { readonly id: string }>(values: readonly T[]): ReadonlyMap<T["id"], T> =>
  new Map(values.map((value) => [value.id, value]));
