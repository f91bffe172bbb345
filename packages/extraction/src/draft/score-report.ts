import { z } from "zod";
import { Figure } from "./figure.ts";

const figure = Figure.optional();

/** Whether a median is carried over as printed, or a mean and a standard deviation are estimated from it. Somebody has to say. */
export const MEDIAN_USES = ["keep", "estimate"] as const;

const MeanSd = z.strictObject({ as: z.literal("mean-sd"), mean: figure, sd: figure, n: figure });
const MeanSe = z.strictObject({ as: z.literal("mean-se"), mean: figure, se: figure, n: figure });
/** Interval of the mean of one arm; `level` in per cent. */
const MeanInterval = z.strictObject({
  as: z.literal("mean-interval"),
  mean: figure,
  lower: figure,
  upper: figure,
  level: figure,
  n: figure,
});
const MeanOnly = z.strictObject({ as: z.literal("mean-only"), mean: figure, n: figure });
/** Mean and a "±" that the paper does not explain. Never taken for a standard deviation. */
const MeanUnclear = z.strictObject({ as: z.literal("mean-unclear"), mean: figure, spread: figure, n: figure });
const Median = z.strictObject({
  as: z.literal("median"),
  median: figure,
  q1: figure,
  q3: figure,
  min: figure,
  max: figure,
  n: figure,
  use: z.enum(MEDIAN_USES).optional(),
});
/** The standard deviation shared by two arms, from the exact p of a t test between them. */
const BetweenArmsP = z.strictObject({
  as: z.literal("between-arms-p"),
  mean: figure,
  n: figure,
  otherMean: figure,
  otherN: figure,
  p: figure,
});
/** The same from the interval of the difference between two arms. */
const BetweenArmsInterval = z.strictObject({
  as: z.literal("between-arms-interval"),
  mean: figure,
  n: figure,
  otherN: figure,
  lower: figure,
  upper: figure,
  level: figure,
});
/** The same from the standard error of that difference. */
const BetweenArmsSe = z.strictObject({ as: z.literal("between-arms-se"), mean: figure, n: figure, otherN: figure, se: figure });

const SCORES = [MeanSd, MeanSe, MeanInterval, MeanOnly, MeanUnclear, Median, BetweenArmsP, BetweenArmsInterval, BetweenArmsSe] as const;

/** What a paper reports of a score in one arm at one time. */
export const ScoreReport = z.discriminatedUnion("as", [...SCORES]);
export type ScoreReport = z.infer<typeof ScoreReport>;

/** A change within one arm from the exact p of a paired t test. */
const WithinArmP = z.strictObject({ as: z.literal("within-arm-p"), mean: figure, p: figure, n: figure });
/** A change worked out from the values before and after, with a stated correlation between the two. */
const FromBeforeAndAfter = z.strictObject({ as: z.literal("from-before-and-after"), correlation: figure, n: figure });

/** What a paper reports of the change in one arm. */
export const ChangeReport = z.discriminatedUnion("as", [...SCORES, WithinArmP, FromBeforeAndAfter]);
export type ChangeReport = z.infer<typeof ChangeReport>;

/** What a paper reports of an event in one arm. */
export const CountReport = z.discriminatedUnion("as", [
  z.strictObject({ as: z.literal("count"), events: figure, total: figure }),
  z.strictObject({ as: z.literal("percent"), percent: figure, total: figure }),
]);
export type CountReport = z.infer<typeof CountReport>;
