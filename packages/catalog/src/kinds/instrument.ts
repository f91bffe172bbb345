import { z } from "zod";
import { Ground, Id, Localised, PlainDate } from "./grounds.ts";
import { Method } from "./instrument-method.ts";
import { LoincCode } from "./loinc.ts";

export const DIRECTIONS = ["higher-better", "higher-worse", "higher-more-active"] as const;
export type Direction = (typeof DIRECTIONS)[number];

const Range = z.tuple([z.number(), z.number()]);

/** What an item takes. `best` is the answer of the best hip: one end of the range, or the best option. */
export const Takes = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("whole"), range: z.tuple([z.int(), z.int()]), best: z.int(), unit: z.string().min(1).optional() }),
  z.strictObject({ kind: z.literal("number"), range: Range, best: z.number(), unit: z.string().min(1).optional() }),
  z.strictObject({
    kind: z.literal("choice"), // stated by `code` or by `value`, its points
    options: z.array(z.strictObject({ code: Id, value: z.number(), label: Localised.optional() })).min(2),
    best: z.number(),
  }),
]);
export type Takes = z.infer<typeof Takes>;

/** Items that take the same answers. Codes only: wording is licensed unless `licence.wording` says otherwise. */
const ItemGroup = z.strictObject({
  codes: z.array(Id).min(1),
  takes: Takes,
  countsAs: z.array(z.number()).min(2).optional(), // for a whole-number item: what each answer counts, from the lowest answer up
  labels: z.record(z.string(), Localised).optional(), // our own short labels by code; only where `licence.wording` allows
  note: Localised.optional(), // how the answer is coded: "reverse scored already: 5 is best"
});
export type ItemGroup = z.infer<typeof ItemGroup>;

/** An edition or way of entry that changes answers, ranges or tables. Without `defaultForm` a score needs one to be named. */
const Form = z.strictObject({
  id: Id, // "lk-3.0", "v2.0", "last-24-hours"
  name: Localised,
  takes: Takes.optional(), // instead of what every item takes
  ranges: z.record(z.string(), Range).optional(), // instead of the ranges of subscales
  directions: z.record(z.string(), z.enum(DIRECTIONS)).optional(), // instead of their directions
  tables: z.record(z.string(), Id).optional(), // instead of their tables
});
export type Form = z.infer<typeof Form>;

const Missing = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none-allowed") }),
  z.strictObject({ kind: z.literal("mean-of-answered"), atLeast: z.int().positive() }), // so many answered; gaps count as the mean of the rest
]);
export type Missing = z.infer<typeof Missing>;

const Subscale = z.strictObject({
  id: Id,
  name: Localised,
  range: Range,
  direction: z.enum(DIRECTIONS),
  items: z.array(Id).min(1).optional(), // absent where the method reads other subscales
  method: Method,
  missing: Missing.optional(), // absent where the method reads other subscales
  unit: z.string().min(1).optional(),
  decimals: z.int().min(0).max(3), // shown to people; scores are kept in full
  shownAtMost: z.number().optional(), // 100 for a score that reaches 100.1
});
export type Subscale = z.infer<typeof Subscale>;

/** A published conversion table. Its digest stands in the file, so that no row changes unnoticed. */
const Table = z.strictObject({
  id: Id,
  title: z.string().min(1),
  rows: z.array(z.union([z.tuple([z.int(), z.number()]), z.tuple([z.int(), z.number(), z.number()])])).min(2), // raw sum, score, standard error
  digest: z.string().regex(/^[0-9a-f]{16}$/, "16 hexadecimal characters"),
  grounds: z.array(Ground).min(1),
});
export type Table = z.infer<typeof Table>;

/** Something that no readable source states. Where it bears, nothing is scored unless somebody asks for it, and then it says so. */
const Unconfirmed = z.strictObject({
  id: Id,
  bears: z.discriminatedUnion("on", [
    z.strictObject({ on: z.literal("everything") }),
    z.strictObject({ on: z.literal("subscales"), subscales: z.array(Id).min(1) }),
    z.strictObject({ on: z.literal("missing-rule"), subscales: z.array(Id).min(1) }), // complete answers are scored all the same
    z.strictObject({ on: z.literal("forms"), forms: z.array(Id).min(1) }),
    z.strictObject({ on: z.literal("table-row"), table: Id, raw: z.int() }),
  ]),
  says: Localised,
  until: Localised, // what a person must read to settle it
  grounds: z.array(Ground).min(1),
});
export type Unconfirmed = z.infer<typeof Unconfirmed>;

const Licence = z.strictObject({
  status: z.enum(["free", "free-with-attribution", "licence-needed", "not-established"]),
  wording: z.enum(["none", "own-labels", "open"]), // what of the wording may lie in this repository
  holder: z.string().min(1).optional(),
  terms: Localised,
  attribution: z.string().min(1).optional(), // to be printed wherever the instrument is shown
  grounds: z.array(Ground).min(1),
});
export type Licence = z.infer<typeof Licence>;

/** A questionnaire or examination, as data: what is asked, how it is scored, what it rests on, who may show it. */
export const Instrument = z.strictObject({
  id: Id,
  name: z.string().min(1),
  shortName: z.string().min(1),
  version: z.string().min(1),
  reportedBy: z.enum(["patient", "clinician", "either"]),
  about: Localised,
  recall: Localised.optional(), // absent: the form says it, or there is none
  partOf: Id.optional(), // its items are items of that instrument, whose answers are taken too
  items: z.array(ItemGroup).min(1),
  twoMarks: z.literal("worse").optional(), // two boxes ticked for one item: the worse counts; absent: refused
  forms: z.array(Form).min(2).optional(),
  defaultForm: Id.optional(),
  subscales: z.array(Subscale).min(1),
  tables: z.array(Table).optional(),
  loinc: z.array(LoincCode).optional(),
  licence: Licence,
  unconfirmed: z.array(Unconfirmed).optional(),
  grounds: z.array(z.strictObject({ for: z.array(z.string().min(1)).min(1), ...Ground.shape })).min(1),
  compare: z.array(Localised).optional(), // what a person must still hold against the publisher's sheet
  notes: z.array(Localised).optional(),
  history: z.array(z.strictObject({ on: PlainDate, says: Localised })).min(1), // of this definition
  stillValidOn: PlainDate,
});
export type Instrument = z.infer<typeof Instrument>;
