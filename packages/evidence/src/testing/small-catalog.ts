import type { Catalog } from "@calcar/catalog";
import type { Question, Source, Study } from "@calcar/catalog/schema";

type EffectQuestion = Extract<Question, { kind: "effect" }>;
type ChangeQuestion = Extract<Question, { kind: "change" }>;
type ProportionQuestion = Extract<Question, { kind: "proportion" }>;
type Row = readonly [study: string, ...counts: readonly [number, number, number, number]];

const ON = "2026-11-21";
const text = (en: string) => ({ en });

/** A study of two arms with one event: events and hips with the intervention, events and hips without. */
export function countedStudy([id, events, total, controlEvents, controlTotal]: Row, given: Partial<Study> = {}): Study {
  const outcome = (arm: string, count: readonly [number, number]): Study["outcomes"][number] => ({
    type: "events",
    id: `event-${arm}`,
    name: "event",
    arm,
    event: "event",
    events: count[0],
    total: count[1],
    ground: { source: id, verified: "source-text" },
  });
  return {
    id,
    source: id,
    title: id,
    year: 2020,
    design: "trial",
    designClass: "randomised",
    joint: "hip",
    disease: "onfh",
    condition: "osteonecrosis",
    trialFamily: id,
    role: "test",
    pooling: "admitted",
    arms: [
      { name: "cells", role: "cell", productClass: "bmac", routeClass: "intra-osseous", product: {} },
      { name: "control", role: "control", controlClass: "core-decompression", product: {} },
    ],
    outcomes: [outcome("cells", [events, total]), outcome("control", [controlEvents, controlTotal])],
    limitations: [],
    verified: "source-text",
    stillValidOn: ON,
    ...given,
  };
}

const named = (id: string) => ({
  id,
  asks: text(`Question ${id}?`),
  outcome: text("event"),
  population: text("hips"),
  shows: text("Shows."),
  doesNotShow: text("Does not show."),
  caution: [],
  lastSearched: ON,
  grounds: [{ source: "project", verified: "source-text" as const }],
  certainty: {
    level: "very-low" as const,
    domains: [{ domain: "imprecision" as const, judgement: "serious" as const, reason: "Few hips." }],
  },
});

const population: EffectQuestion["admits"]["population"] = { joint: ["hip"], disease: ["onfh"] };
const intervention: EffectQuestion["admits"]["intervention"] = { role: "cell", route: ["intra-osseous"] };
const standing: EffectQuestion["admits"]["design"]["standing"] = ["admitted"];

/** A controlled question that admits every study made by `countedStudy`, unless told otherwise. */
export const effectQuestion = (id: string, given: Partial<EffectQuestion> = {}): Question => ({
  kind: "effect",
  ...named(id),
  measure: "RR",
  comparison: { intervention: text("cells"), comparator: text("no cells") },
  admits: {
    population,
    intervention,
    comparator: { classes: ["core-decompression"] },
    outcome: { events: ["event"] },
    design: { classes: ["randomised", "within-patient", "non-randomised-controlled"], standing },
  },
  ...given,
});

/** A question about change that admits the instrument "score" in uncontrolled studies with cells. */
export const changeQuestion = (id: string, given: Partial<ChangeQuestion> = {}): Question => ({
  kind: "change",
  ...named(id),
  admits: {
    population,
    intervention,
    outcome: { instruments: ["score"], higherIsBetter: true },
    design: { classes: ["uncontrolled"], standing },
  },
  ...given,
});

/** A question about how often "event" happens in uncontrolled studies with cells. */
export const proportionQuestion = (id: string, given: Partial<ProportionQuestion> = {}): Question => ({
  kind: "proportion",
  ...named(id),
  admits: { population, intervention, outcome: { events: ["event"] }, design: { classes: ["uncontrolled"], standing } },
  ...given,
});

/** A catalog of a few studies and questions, for tests that need cases which the knowledge does not hold. */
export function smallCatalog(studies: readonly Study[], questions: readonly Question[], sources: readonly Source[] = []): Catalog {
  return {
    version: "0123456789abcdef",
    sources: new Map(sources.map((source) => [source.id, source])),
    studies: new Map(studies.map((study) => [study.id, study])),
    questions: new Map(questions.map((question) => [question.id, question])),
    riskOfBias: new Map(),
    guidelines: [],
    disagreements: [],
    staging: new Map(),
    factGroups: [],
    criteria: [],
    pathways: new Map(),
    answers: new Map(),
    claimWords: new Map(),
    claimCues: [],
    claims: [],
    claimConditions: [],
    claimOutcomes: [],
    provisions: [],
    benchmarks: new Map(),
    trials: new Map(),
    searches: new Map(),
    reviewIntervals: new Map(),
    instruments: new Map(),
    responders: new Map(),
  };
}
