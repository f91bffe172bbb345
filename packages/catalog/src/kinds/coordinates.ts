import { VERIFIED } from "@calcar/vocabulary";
import { z } from "zod";
import { Id } from "./grounds.ts";

/** The words by which studies and questions find each other. A study states its coordinates, a question those it admits. */
export const JOINTS = ["hip", "knee", "mixed", "none"] as const;
export const DISEASES = ["onfh", "hip-oa", "knee-oa", "oa-mixed", "cartilage-injury", "other"] as const;
export const PHASES = ["before-collapse", "after-collapse", "mixed"] as const; // osteonecrosis only
export const DESIGN_CLASSES = [
  "randomised",
  "within-patient",
  "non-randomised-controlled",
  "uncontrolled",
  "registry",
  "review",
  "other",
] as const;
export const STANDINGS = ["admitted", "secondary", "excluded"] as const;
export const ARM_ROLES = ["cell", "control", "active-control", "prp", "drug", "mixed"] as const;
export const PRODUCT_CLASSES = [
  "bmac",
  "cultured-msc-autologous",
  "cultured-msc-allogeneic",
  "mfat",
  "svf",
  "prp",
  "umbilical-cord",
  "amniotic",
  "exosome",
  "other-cells",
  "none",
] as const;
export const ROUTE_CLASSES = ["intra-articular", "intra-osseous", "intra-arterial", "intravenous", "mixed"] as const;
export const CONTROL_CLASSES = [
  "core-decompression",
  "placebo",
  "hyaluronic-acid",
  "corticosteroid",
  "prp",
  "exercise",
  "cells",
  "no-drug",
  "other",
] as const;
export const ADJUNCT_CLASSES = [
  "core-decompression",
  "hip-arthroscopy",
  "tantalum-rod",
  "bone-graft",
  "hyaluronic-acid",
  "platelets",
  "drug",
] as const;

const listOf = <T extends readonly [string, ...string[]]>(words: T) => z.array(z.enum(words)).min(1);

const Population = z.strictObject({
  joint: listOf(JOINTS),
  disease: listOf(DISEASES),
  phase: listOf([...PHASES, "not-stated"]).optional(), // absent: the disease has no collapse to be before or after
});

const Intervention = z.strictObject({
  role: z.enum(["cell", "prp"]),
  products: listOf(PRODUCT_CLASSES).optional(), // absent: any product of the role
  route: listOf(ROUTE_CLASSES),
  alongside: listOf(ADJUNCT_CLASSES).optional(), // what it must come with
  notAlongside: listOf(ADJUNCT_CLASSES).optional(), // what it must not come with
});

const Design = z.strictObject({
  classes: listOf(DESIGN_CLASSES),
  blinded: z.literal(true).optional(), // double-blind studies only
  standing: listOf(["admitted", "secondary"]),
  read: listOf(VERIFIED).optional(), // how far its numbers must have been checked; absent: as far as any pool asks
});

/** Months after treatment, both ends included. Of several times within it the latest is taken. */
const Window = z.strictObject({ from: z.number().nonnegative().optional(), to: z.number().positive().optional() });

const EventOutcome = z.strictObject({
  events: z.array(z.string().min(1)).min(1), // in order of preference where a study counts several
  months: Window.optional(),
});

/** The scale on which scores are shown, by the definition of an instrument. Scores printed on another range are carried over to it. */
const ShownScale = z.strictObject({
  instrument: Id,
  subscale: Id.optional(), // absent: its subscales share one range and direction
  form: Id.optional(),
  range: z.tuple([z.number(), z.number()]), // as the definition says: a check compares
  onlyScale: z.literal(true).optional(), // the instrument has no other: a study that does not state its range is on this one
});
export type ShownScale = z.infer<typeof ShownScale>;

const ScoreOutcome = z.strictObject({
  instruments: z.array(z.string().min(1)).min(1),
  scale: ShownScale.optional(), // absent: any scale, as for a standardised difference
  higherIsBetter: z.boolean(),
  months: Window.optional(),
});

const common = { population: Population, intervention: Intervention, design: Design };
const comparator = z.strictObject({ classes: listOf(CONTROL_CLASSES) });

/** What a controlled question admits: two arms, one event or one score. */
export const EffectCoordinates = z.strictObject({ ...common, comparator, outcome: z.union([EventOutcome, ScoreOutcome]) });
export type EffectCoordinates = z.infer<typeof EffectCoordinates>;

/** What a question about change admits: one arm, one score. */
export const ChangeCoordinates = z.strictObject({ ...common, outcome: ScoreOutcome });
export type ChangeCoordinates = z.infer<typeof ChangeCoordinates>;

/** What a question about a proportion admits: one arm, one event. */
export const ProportionCoordinates = z.strictObject({ ...common, outcome: EventOutcome });
export type ProportionCoordinates = z.infer<typeof ProportionCoordinates>;

/** What a study would have to be to answer a question that none answers: any outcome will do. */
export const AnyCoordinates = z.strictObject(common);
export type AnyCoordinates = z.infer<typeof AnyCoordinates>;
