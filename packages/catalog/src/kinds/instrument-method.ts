import { z } from "zod";
import { Id } from "./grounds.ts";

const ofSubscales = { of: z.array(Id).min(1) };

/**
 * How a subscale becomes a number. A few small methods, each a file in `packages/instruments/src/methods`; the rest is data.
 *
 * The methods on items read `items` of the subscale; those with `of` read other subscales and are refused where one of them is.
 */
export const Method = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("as-given") }), // one item, its answer
  z.strictObject({ kind: z.literal("mean-to-range") }), // mean of the answered items, carried over to the range of the subscale
  z.strictObject({ kind: z.literal("sum") }), // of the items' points; a gap that the rule allows counts as the mean of the rest
  z.strictObject({ kind: z.literal("sum-table"), table: Id }), // raw sum, read off a published table
  z.strictObject({ kind: z.literal("all-or-nothing"), points: z.number().positive() }), // the points only if every item is at its best
  z.strictObject({
    kind: z.literal("weighted-arcs"), // sum over the arcs of degrees times index, times `times`, at most `most`
    arcs: z.array(z.strictObject({ item: Id, from: z.number(), to: z.number(), index: z.number().nonnegative() })).min(1),
    times: z.number().positive(),
    most: z.number().positive(),
  }),
  z.strictObject({
    kind: z.literal("banded-sum"), // sum of the items, then the points of the highest band it reaches
    bands: z.array(z.strictObject({ from: z.number(), points: z.number() })).min(2),
  }),
  z.strictObject({ kind: z.literal("profile") }), // the answers as digits in the order of the items; a name, not a quantity
  z.strictObject({ kind: z.literal("value-set") }), // index of the profile in a value set that a licensee supplies
  z.strictObject({ kind: z.literal("sum-of-subscales"), ...ofSubscales }),
  z.strictObject({ kind: z.literal("mean-of-subscales"), ...ofSubscales }),
  z.strictObject({ kind: z.literal("multiple"), of: Id, times: z.number().positive(), over: z.number().positive() }), // of * times / over
  z.strictObject({ kind: z.literal("reversed"), of: Id }), // the same score counted from the other end of its range
]);
export type Method = z.infer<typeof Method>;
