import type { Catalog } from "@calcar/catalog";
import type { Question, Source, Study } from "@calcar/catalog/schema";

type EffectQuestion = Extract<Question, { kind: "effect" }>;
type ChangeQuestion = Extract<Question, { kind: "change" }>;
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
    arms: [],
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

/** A controlled question whose rows are all the given studies. */
export const effectQuestion = (id: string, studies: readonly Study[], given: Partial<EffectQuestion> = {}): Question => ({
  kind: "effect",
  ...named(id),
  measure: "RR",
  comparison: { intervention: text("cells"), comparator: text("no cells") },
  rows: studies.map((study) => ({ study: study.id, intervention: "event-cells", comparator: "event-control" })),
  ...given,
});

/** A question about change: rows name a study and one of its outcomes of type change. */
export const changeQuestion = (id: string, rows: ChangeQuestion["rows"], given: Partial<ChangeQuestion> = {}): Question => ({
  kind: "change",
  ...named(id),
  rows,
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
    benchmarks: new Map(),
    trials: new Map(),
    searches: new Map(),
    reviewIntervals: new Map(),
    instruments: new Map(),
    responders: new Map(),
  };
}
