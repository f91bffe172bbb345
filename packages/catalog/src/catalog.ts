import type { Problem } from "@calcar/vocabulary";
import type { CatalogInstrument } from "./instrument-entry.ts";
import type {
  AnswerText,
  Benchmark,
  ClaimCases,
  ClaimCondition,
  ClaimCue,
  ClaimOutcome,
  ClaimRule,
  ClaimWords,
  Criterion,
  CriterionCase,
  Disagreement,
  FactGroup,
  Guideline,
  PathwayRule,
  Provision,
  Question,
  Responder,
  ReviewInterval,
  RiskOfBias,
  SearchRecord,
  Source,
  StagingSystem,
  Study,
  Trial,
} from "./schema.ts";

/** Everything under `knowledge/`, parsed, cross-checked and frozen, in one version. */
export interface Catalog {
  readonly version: string; // digest of every file under knowledge/: 16 hexadecimal characters
  readonly sources: ReadonlyMap<string, Source>;
  readonly studies: ReadonlyMap<string, Study>;
  readonly riskOfBias: ReadonlyMap<string, RiskOfBias>; // by study
  readonly guidelines: readonly Guideline[];
  readonly disagreements: readonly Disagreement[];
  readonly staging: ReadonlyMap<string, StagingSystem>;
  readonly factGroups: readonly FactGroup[]; // in the order of the examination
  readonly criteria: readonly (Criterion & { readonly cases: readonly CriterionCase[] })[];
  readonly pathways: ReadonlyMap<string, PathwayRule>;
  readonly answers: ReadonlyMap<string, AnswerText>;
  readonly questions: ReadonlyMap<string, Question>;
  readonly benchmarks: ReadonlyMap<string, Benchmark>;
  readonly trials: ReadonlyMap<string, Trial>;
  readonly searches: ReadonlyMap<string, SearchRecord>;
  readonly reviewIntervals: ReadonlyMap<string, ReviewInterval>;
  readonly claimWords: ReadonlyMap<string, ClaimWords>;
  readonly claimCues: readonly ClaimCue[];
  readonly claims: readonly (ClaimRule & { readonly cases: ClaimCases })[];
  readonly claimConditions: readonly ClaimCondition[]; // diseases by which the evidence beside a claim is sorted
  readonly claimOutcomes: readonly ClaimOutcome[]; // what claims promise, and which question says what is known of it
  readonly provisions: readonly Provision[]; // law and codes, in the order of their ids
  readonly instruments: ReadonlyMap<string, CatalogInstrument>;
  readonly responders: ReadonlyMap<string, Responder>;
}

/** One file of a knowledge folder: its path below the folder, with forward slashes, and its text. */
export interface KnowledgeFile {
  readonly path: string;
  readonly text: string;
}

/** Knowledge is taken whole or not at all: a catalog, or everything that is wrong with the files. */
export type ParsedCatalog =
  | { readonly ok: true; readonly catalog: Catalog }
  | { readonly ok: false; readonly problems: readonly Problem[] };
