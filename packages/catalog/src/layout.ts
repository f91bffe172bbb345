import type { z } from "zod";
import { Benchmark } from "./kinds/benchmark.ts";
import { ClaimCases, ClaimCue, ClaimRule, ClaimWords } from "./kinds/claim.ts";
import { ClaimCondition, ClaimOutcome } from "./kinds/claim-evidence.ts";
import { AnswerText, Criterion, CriterionCases, PathwayRule } from "./kinds/criterion.ts";
import { FactGroup } from "./kinds/fact.ts";
import { Disagreement, Guideline } from "./kinds/guideline.ts";
import { Instrument } from "./kinds/instrument.ts";
import { Vectors } from "./kinds/instrument-vector.ts";
import { Provision } from "./kinds/provision.ts";
import { Question } from "./kinds/question.ts";
import { Responder } from "./kinds/responder.ts";
import { ReviewInterval } from "./kinds/review-interval.ts";
import { RiskOfBias } from "./kinds/risk-of-bias.ts";
import { SearchRecord } from "./kinds/search-record.ts";
import { Source } from "./kinds/source.ts";
import { StagingSystem } from "./kinds/staging.ts";
import { Study } from "./kinds/study.ts";
import { Thresholds } from "./kinds/threshold.ts";
import { Trial } from "./kinds/trial.ts";

/** Where files of one kind lie under `knowledge/`: `<folder>/<id>.yaml`, or `<folder>/<id>/<file>` when `file` is given. */
export interface Place<T> {
  readonly folder: string;
  readonly file?: string;
  readonly schema: z.ZodType<T>;
}

const place = <T>(schema: z.ZodType<T>, folder: string, file?: string): Place<T> =>
  file === undefined ? { folder, schema } : { folder, file, schema };

/** Every kind of knowledge file there is. A file that fits none of these places is a mistake. */
export const LAYOUT = {
  sources: place(Source, "sources"),
  studies: place(Study, "studies", "study.yaml"),
  riskOfBias: place(RiskOfBias, "studies", "risk-of-bias.yaml"),
  guidelines: place(Guideline, "guidelines", "guideline.yaml"),
  disagreements: place(Disagreement, "disagreements"),
  staging: place(StagingSystem, "staging"),
  factGroups: place(FactGroup, "facts"),
  criteria: place(Criterion, "criteria", "criterion.yaml"),
  cases: place(CriterionCases, "criteria", "cases.yaml"),
  pathways: place(PathwayRule, "pathways"),
  answers: place(AnswerText, "answers"),
  questions: place(Question, "questions"),
  benchmarks: place(Benchmark, "benchmarks"),
  trials: place(Trial, "trials"),
  searches: place(SearchRecord, "searches"),
  reviewIntervals: place(ReviewInterval, "review-intervals"),
  claimWords: place(ClaimWords, "claim-words"),
  claimCues: place(ClaimCue, "claim-cues"),
  claims: place(ClaimRule, "claims", "rule.yaml"),
  claimCases: place(ClaimCases, "claims", "cases.yaml"),
  claimConditions: place(ClaimCondition, "claim-conditions"),
  claimOutcomes: place(ClaimOutcome, "claim-outcomes"),
  provisions: place(Provision, "provisions"),
  instruments: place(Instrument, "instruments", "definition.yaml"),
  vectors: place(Vectors, "instruments", "vectors.yaml"),
  thresholds: place(Thresholds, "instruments", "thresholds.yaml"),
  responders: place(Responder, "responders"),
} as const;
export type Kind = keyof typeof LAYOUT;

/** The kind and the id that a path promises, or undefined when no kind of file lies there. */
export function placeOf(path: string): { readonly kind: Kind; readonly name: string } | undefined {
  const [folder, ...rest] = path.split("/");
  const inFolder = rest.length === 2;
  const name = inFolder ? rest[0] : rest[0]?.replace(/\.yaml$/, "");
  if (name === undefined || rest.length > 2 || !path.endsWith(".yaml")) return undefined;
  const kind = (Object.keys(LAYOUT) as Kind[]).find((key) => {
    const entry: Place<unknown> = LAYOUT[key];
    return entry.folder === folder && entry.file === (inFolder ? rest[1] : undefined);
  });
  return kind && { kind, name };
}

/** "sources/<id>.yaml, studies/<id>/study.yaml, ..." for a message. */
export const PLACES = Object.values(LAYOUT)
  .map(({ folder, file }: Place<unknown>) => (file === undefined ? `${folder}/<id>.yaml` : `${folder}/<id>/${file}`))
  .join(", ");
