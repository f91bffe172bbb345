import { readPrinted } from "@calcar/statistics";
import { z } from "zod";

const MOST = 1e12; // no figure of medicine lies beyond, and sums of what lies below stay exact
const count = z.int().min(0).max(MOST);
const people = z.int().min(1).max(MOST);

function isSensible(given: string | number): boolean {
  const printed = readPrinted(given);
  return printed !== undefined && Math.abs(printed.value) < MOST && printed.decimals >= 0 && printed.decimals <= 12;
}

/** A number as printed. A text keeps its zeros at the end, which say how exactly it was printed: "3.10". */
const PrintedNumber = z.union([z.number(), z.string().max(40)]).refine(isSensible, 'a number, or its digits in quotes: "3.10"');
/** "0.02", "<0.001", "P = .04". */
const PrintedP = z.union([z.number(), z.string().min(1)]);
const Pair = z.tuple([PrintedNumber, PrintedNumber]);
const Counts = z.strictObject({ events: count, total: people });
const Group = z.strictObject({ mean: PrintedNumber, sd: PrintedNumber, n: people });

const named = { says: z.string().min(1) }; // what it is and where it is printed, so that a finding can be traced

/** One value with its interval, p, standard error: a mean difference, a ratio, a mean change. */
const Estimate = z.strictObject({
  kind: z.literal("estimate"),
  ...named,
  measure: z.enum(["MD", "SMD", "RD", "mean", "change", "RR", "OR", "HR", "other"]),
  value: PrintedNumber.optional(),
  interval: Pair.optional(),
  level: z.number().gt(0).lt(100).optional(), // per cent; absent: 95
  intervalMethod: z.enum(["symmetric", "exact", "profile", "bootstrap", "credible"]).optional(), // absent: not said
  p: PrintedP.optional(),
  se: PrintedNumber.optional(),
  df: z.number().positive().optional(),
  n: people.optional(), // all who were measured
  pooled: z.boolean().optional(), // a pool of studies: its test may be a t test with few degrees of freedom
  k: people.optional(), // how many studies it pools
});

/** A percentage with its total and, where printed, its count. */
const Share = z.strictObject({
  kind: z.literal("share"),
  ...named,
  percent: PrintedNumber,
  events: count.optional(),
  total: people.optional(),
});

/** Parts and their whole: arms and a trial, strata and a group. */
const Parts = z.strictObject({ kind: z.literal("parts"), ...named, parts: z.array(count).min(2), total: count });

/** The same thing printed more than once. */
const Same = z.strictObject({ kind: z.literal("same"), ...named, values: z.array(PrintedNumber).min(2) });

/** The mean of one group at one time. */
const Mean = z.strictObject({
  kind: z.literal("mean"),
  ...named,
  mean: PrintedNumber,
  n: people.optional(),
  sd: PrintedNumber.optional(), // what is printed as a standard deviation
  se: PrintedNumber.optional(),
  interval: Pair.optional(), // 95%, of the mean
  whole: z.boolean().optional(), // every single value is a whole number: a sum of items, an age in years, a count
  items: people.optional(), // each value is the mean of so many whole-number items; absent: 1
  range: z.tuple([z.number(), z.number()]).optional(), // the lowest and the highest value one person can have
  typicalSd: z.number().positive().optional(), // a standard deviation known for this score, from elsewhere
});

/** Two groups with the p of their difference. */
const Groups = z.strictObject({ kind: z.literal("groups"), ...named, groups: z.tuple([Group, Group]), p: PrintedP.optional() });

/** Means before and after. */
const Change = z.strictObject({
  kind: z.literal("change"),
  ...named,
  before: PrintedNumber,
  after: PrintedNumber,
  change: PrintedNumber.optional(), // after minus before
  worded: z.enum(["rise", "fall"]).optional(), // what the text calls it
});

/** Middle, quartiles and range of one group. */
const Spread = z.strictObject({
  kind: z.literal("spread"),
  ...named,
  middle: PrintedNumber,
  middleIs: z.enum(["median", "mean"]),
  quartiles: Pair.optional(),
  range: Pair.optional(),
});

/** Counts of two groups, with what was worked out from them. */
const Table = z.strictObject({
  kind: z.literal("table"),
  ...named,
  intervention: Counts,
  comparator: Counts,
  measure: z.enum(["RR", "OR", "RD"]),
  value: PrintedNumber.optional(),
  interval: Pair.optional(), // 95%
  p: PrintedP.optional(),
});

/** Something printed that can be tested for arithmetic sense. */
export const Statement = z.discriminatedUnion("kind", [Estimate, Share, Parts, Same, Mean, Groups, Change, Spread, Table]);
export type Statement = z.infer<typeof Statement>;
export type StatementOf<Kind extends Statement["kind"]> = Extract<Statement, { kind: Kind }>;

/** What `calcar check-numbers` reads: a list of statements. */
export const Statements = z.array(Statement).min(1);
