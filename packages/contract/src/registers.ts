import { BENCHMARK_MEASURES, BenchmarkFigure, SearchRecord, Source, Study, Trial } from "@calcar/catalog/schema";
import { VERIFIED } from "@calcar/vocabulary";
import { z } from "zod";
import { TrialState } from "./freshness.ts";

const Id = z.string();
const many = <T extends z.ZodType>(one: T) => z.array(one).readonly();
const cited = { sources: z.record(z.string(), Source), knowledge: z.string() };

/** GET /api/trials: what is registered, where each stands today, and which questions it could answer. */
export const TrialsPage = z.strictObject({
  today: z.iso.date(),
  trials: many(z.strictObject({ trial: Trial, state: TrialState, questions: many(Id) })),
  ...cited,
});
export type TrialsPage = z.infer<typeof TrialsPage>;

const BenchmarkRow = z.strictObject({ ...BenchmarkFigure.shape, source: Id });

/** GET /api/benchmarks: what hip replacement does, as published. What is recalled or only in a seed page stands apart. */
export const BenchmarksPage = z.strictObject({ established: many(BenchmarkRow), notEstablished: many(BenchmarkRow), ...cited });
export type BenchmarksPage = z.infer<typeof BenchmarksPage>;

/** What a published review pooled: a cited constant that enters no pool of ours. */
const ReviewPool = z.strictObject({
  id: z.string(),
  review: Id,
  label: z.string(),
  year: z.int().nullable(),
  disease: Study.shape.disease,
  questions: many(Id), // on file, on which it bears
  outcome: z.string(),
  timepoint: z.string().nullable(),
  measure: z.string(),
  value: z.number(), // as printed
  interval: z.tuple([z.number(), z.number()]).readonly().nullable(), // 95%, as printed
  p: z.string().nullable(),
  ratioOf: z.enum(["intervention-to-comparator", "comparator-to-intervention"]).nullable(), // which arm stands on top
  intervention: z.string(),
  comparator: z.string().nullable(),
  k: z.int().nullable(), // studies in this very pool
  participants: z.string().nullable(),
  i2: z.number().nullable(),
  certaintyAsPrinted: z.string().nullable(),
  verified: z.enum(VERIFIED),
  source: Id,
  doubts: many(z.string()), // what does not add up in the printed figures themselves
  notes: many(z.string()),
});

/** GET /api/published-pools */
export const PublishedPoolsPage = z.strictObject({ established: many(ReviewPool), notEstablished: many(ReviewPool), ...cited });
export type PublishedPoolsPage = z.infer<typeof PublishedPoolsPage>;

/** GET /api/searches: the searches that were made, the latest first, and what each looked for in vain. */
export const SearchesPage = z.strictObject({ searches: many(SearchRecord), knowledge: z.string() });
export type SearchesPage = z.infer<typeof SearchesPage>;

export { BENCHMARK_MEASURES };
