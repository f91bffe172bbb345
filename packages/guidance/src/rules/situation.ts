import type { Pathway } from "@calcar/catalog/schema";
import type { PlainDate } from "@calcar/vocabulary";
import type { Facts } from "../schema.ts";

/** What a condition is held against: the recorded facts, the day of the evaluation, and the pathway that follows from the facts. */
export interface Situation {
  readonly facts: Facts;
  readonly asOf: PlainDate;
  readonly pathway: Pathway;
}
