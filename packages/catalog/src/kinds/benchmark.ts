import { z } from "zod";
import { Ground, Id, PlainDate } from "./grounds.ts";

/** What kind of figure it is, in one word, so that like stands beside like. */
export const BENCHMARK_MEASURES = [
  "implant-survival",
  "revision",
  "gain",
  "score",
  "responders",
  "pain",
  "mortality",
  "serious-adverse-events",
  "crossover",
  "threshold",
] as const;

/** One published figure, to hold a result against. It never enters a pool. */
export const BenchmarkFigure = z.strictObject({
  id: Id, // unique among all benchmarks
  measures: z.enum(BENCHMARK_MEASURES),
  says: z.string().min(1), // "implant survival, registries"
  population: z.string().min(1), // "primary hip replacement for osteoarthritis"
  disease: z.enum(["hip-oa", "onfh", "onfh-against-oa", "any"]),
  instrument: z.string().min(1).optional(),
  value: z.union([z.number(), z.tuple([z.number(), z.number()])]), // a pair is a range over studies, not a confidence interval
  unit: z.string().min(1),
  sd: z.number().nonnegative().optional(),
  interval: z.tuple([z.number(), z.number()]).optional(), // 95%, as printed
  n: z.int().positive().optional(),
  months: z.number().nonnegative().optional(),
  ground: Ground,
  note: z.string().min(1).optional(),
});

/** What hip replacement does, from one document: cited constants. */
export const Benchmark = z.strictObject({
  id: Id,
  source: Id,
  procedure: z.literal("hip-replacement"),
  figures: z.array(BenchmarkFigure).min(1),
  stillValidOn: PlainDate,
});
export type Benchmark = z.infer<typeof Benchmark>;
export type BenchmarkFigure = z.infer<typeof BenchmarkFigure>;
