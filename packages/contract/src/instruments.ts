import { Instrument, Source, Thresholds, Vectors } from "@calcar/catalog/schema";
import { Scores } from "@calcar/instruments/schema";
import { z } from "zod";

/** Whether an instrument's wording may be shown here, and on whose word. */
export const LicenceGate = z.strictObject({
  open: z.boolean(),
  why: z.enum(["signed", "no-statement", "statement-of-another-version", "statement-of-a-later-day"]),
  statement: z
    .strictObject({ instrument: z.string(), version: z.string(), who: z.string(), on: z.iso.date(), reference: z.string() })
    .optional(),
  attribution: z.string().optional(),
});
export type LicenceGate = z.infer<typeof LicenceGate>;

const OptionWording = z.strictObject({ value: z.number(), text: z.string() });

/** One language of a clinic's licensed wording. */
const LanguageWording = z.strictObject({
  title: z.string().optional(),
  introduction: z.string().optional(),
  items: z.array(z.strictObject({ code: z.string(), text: z.string(), options: z.array(OptionWording).optional() })),
  options: z.array(OptionWording).optional(),
});

/** GET /api/instruments */
export const Instruments = z.strictObject({
  instruments: z.array(
    z.strictObject({
      ...Instrument.pick({
        id: true,
        name: true,
        shortName: true,
        version: true,
        reportedBy: true,
        about: true,
        compare: true,
        stillValidOn: true,
      }).shape,
      items: z.int(),
      subscales: z.array(Instrument.shape.subscales.element.pick({ id: true, name: true })),
      forms: z.array(z.string()), // ids; empty for an instrument that has one only
      unconfirmed: Instrument.shape.unconfirmed.unwrap(),
      licence: Instrument.shape.licence.pick({ status: true, wording: true }),
      gate: LicenceGate,
      thresholds: z.int(),
    }),
  ),
  knowledge: z.string(),
});
export type Instruments = z.infer<typeof Instruments>;

/** GET /api/instruments/:id: the instrument with every source it cites, so that the page needs no second request. */
export const InstrumentPage = z.strictObject({
  instrument: z.strictObject({
    ...Instrument.shape,
    definition: z.string(), // digest of the scoring: the same digest is the same computation
    parentItems: z.array(Instrument.shape.items.element), // of the instrument it is part of; empty when it is part of none
    vectors: z.array(Vectors.element),
    thresholds: z.array(Thresholds.shape.thresholds.element),
    cautions: Thresholds.shape.cautions.unwrap(),
  }),
  gate: LicenceGate,
  wording: z.record(z.string(), LanguageWording).nullable(), // by language; null while the gate is closed or none is loaded
  sources: z.record(z.string(), Source),
  knowledge: z.string(),
});
export type InstrumentPage = z.infer<typeof InstrumentPage>;

/** POST /api/instruments/:id/score: nothing is stored. */
export const ScoreRequest = z.strictObject({
  answers: z.record(z.string(), z.unknown()), // item code to answer; null is unanswered; a list is several boxes ticked
  form: z.string().optional(), // of an instrument that has several
  allowUnconfirmed: z.boolean().optional(), // score also what rests on something unconfirmed, and mark it
});
export type ScoreRequest = z.infer<typeof ScoreRequest>;

/** What the answers score, and where two boxes were ticked, which of them counted. */
export const ScoredAnswers = z.strictObject({
  ...Scores.shape,
  doubleMarks: z.array(z.strictObject({ item: z.string(), marks: z.array(z.number()), taken: z.number() })),
});
export type ScoredAnswers = z.infer<typeof ScoredAnswers>;
