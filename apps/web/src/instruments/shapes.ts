import type { InstrumentPage, Instruments } from "@calcar/contract";
import type { Item } from "@calcar/instruments";

/** The parts of the wire format that the instrument pages name. */
export type InstrumentLine = Instruments["instruments"][number];
export type Instrument = InstrumentPage["instrument"];
export type Subscale = Instrument["subscales"][number];
export type Form = NonNullable<Instrument["forms"]>[number];
export type Takes = Item["takes"];
export type Unconfirmed = NonNullable<Instrument["unconfirmed"]>[number];
export type Threshold = Instrument["thresholds"][number];
export type Vector = Instrument["vectors"][number];
export type Gate = InstrumentPage["gate"];
export type Wording = NonNullable<InstrumentPage["wording"]>[string];
export type Sources = InstrumentPage["sources"];
export type Range = readonly [number, number];

/** A change of an entry, made of whatever the entry is by then. */
export type Change = (change: (entry: Entry) => Entry) => void;

/** What a reader has entered: answers by item code, and how to score them. An unanswered item is absent. */
export interface Entry {
  readonly answers: Readonly<Record<string, number>>;
  readonly form: string | undefined;
  readonly allowUnconfirmed: boolean;
}
