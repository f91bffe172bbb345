import type { Outcome, Question } from "@calcar/catalog/schema";

export type EffectQuestion = Extract<Question, { kind: "effect" }>;
export type ChangeQuestion = Extract<Question, { kind: "change" }>;
export type ProportionQuestion = Extract<Question, { kind: "proportion" }>;
export type UnansweredQuestion = Extract<Question, { kind: "nothing-direct" }>;
export type EventsOutcome = Extract<Outcome, { type: "events" }>;
export type ChangeOutcome = Extract<Outcome, { type: "change" }>;
