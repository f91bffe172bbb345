import type { GuidelinesPage, QuestionAnswer, SourcePage, StudyPage } from "@calcar/contract";

/** The parts of the wire format that the evidence pages name. */
export type Pooled = Extract<QuestionAnswer, { kind: "effect" }>;
export type ProportionAnswer = Extract<QuestionAnswer, { kind: "proportion" }>;
export type NothingDirect = Extract<QuestionAnswer, { kind: "nothing-direct" }>;
export type ChangeSeries = Extract<QuestionAnswer, { kind: "change" }>;
export type Study = StudyPage["study"];
export type Outcome = Study["outcomes"][number];
export type Source = SourcePage["source"];
export type Sources = Readonly<Record<string, Source>>;
export type Ground = Outcome["ground"];
export type Discrepancy = NonNullable<Study["discrepancies"]>[number];
export type Guideline = GuidelinesPage["guidelines"][number];
export type Position = Guideline["positions"][number];
export type Disagreement = GuidelinesPage["disagreements"][number];
