import { z } from "zod";
import { Id, Localised } from "./grounds.ts";

const named = { id: Id, label: Localised, help: Localised.optional() };

/** One thing a structured evaluation may state about a hip or its patient. Absent means that nobody recorded it. */
export const Fact = z.discriminatedUnion("type", [
  z.strictObject({ ...named, type: z.literal("boolean") }),
  z.strictObject({
    ...named,
    type: z.literal("code"),
    values: z.array(z.strictObject({ code: z.string().min(1), label: Localised })).min(2),
  }),
  z.strictObject({ ...named, type: z.literal("integer"), range: z.tuple([z.int(), z.int()]), unit: z.string().optional() }),
  z.strictObject({
    ...named,
    type: z.literal("number"),
    range: z.tuple([z.number(), z.number()]),
    unit: z.string().optional(),
    step: z.number().positive(),
  }),
  z.strictObject({ ...named, type: z.literal("date") }),
]);
export type Fact = z.infer<typeof Fact>;

/** The facts of one step of the examination, in the order in which a clinician asks. */
export const FactGroup = z.strictObject({
  id: Id,
  order: z.int(),
  title: Localised,
  intro: Localised.optional(),
  facts: z.array(Fact).min(1),
});
export type FactGroup = z.infer<typeof FactGroup>;
