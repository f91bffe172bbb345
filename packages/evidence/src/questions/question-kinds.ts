import type { Outcome, Question } from "@calcar/catalog/schema";

export type EffectQuestion = Extract<Question, { kind: "effect" }>;
export type ChangeQuestion = Extract<Question, { kind: "change" }>;
export type EventsOutcome = Extract<Outcome, { type: "events" }>;
export type ChangeOutcome = Extract<Outcome, { type: "change" }>;
