import { z } from "zod";
import { CONTROL_CLASSES, PRODUCT_CLASSES, ROUTE_CLASSES } from "./coordinates.ts";
import { Ground, Id, PlainDate } from "./grounds.ts";
import { Study } from "./study.ts";

/** Where a registered trial stands, by what its register says on the day it was last looked at. */
export const TRIAL_STATUS = [
  "not-yet-recruiting",
  "recruiting",
  "active-not-recruiting",
  "completed",
  "terminated",
  "suspended",
  "withdrawn",
  "unknown",
] as const;

/** A year, a month or a day, as far as the register is precise. */
const PartialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date such as "2027", "2027-11" or "2027-11-30"');

/** A trial in a public register: what is under way, what was stopped, what has no published report. It holds no result. */
export const Trial = z.strictObject({
  id: Id, // the register's number in lower case
  number: z.string().min(1), // as the register prints it: "NCT06123481"
  name: z.string().min(1).optional(), // "BATON"
  title: z.string().min(1),
  source: Id,
  otherSources: z.array(Id).optional(),
  designClass: Study.shape.designClass,
  doubleBlind: z.boolean().optional(),
  joint: Study.shape.joint,
  disease: Study.shape.disease,
  phase: Study.shape.phase,
  role: z.enum(["cell", "prp"]), // what is tried
  productClass: z.enum(PRODUCT_CLASSES).optional(), // absent: several, or not told
  routeClass: z.enum(ROUTE_CLASSES),
  controlClass: z.enum(CONTROL_CLASSES).optional(), // absent: a single arm, or arms that all get it
  intervention: z.string().min(1),
  comparator: z.string().min(1).optional(), // absent: a single arm
  looksAt: z.array(z.string().min(1)).optional(), // events and instruments in the words of the studies: "hip-replacement"
  planned: z.int().positive().optional(), // patients
  status: z.enum(TRIAL_STATUS),
  statusAsPrinted: z.string().min(1).optional(),
  start: PartialDate.optional(),
  completion: PartialDate.optional(), // as the register expects or states it
  resultsPosted: PartialDate.optional(),
  followUp: z.string().min(1).optional(),
  study: Id.optional(), // its report under knowledge/studies
  registerUpdated: PartialDate.optional(), // the last change of the entry that was read, which may be a copy
  lastChecked: PlainDate,
  grounds: z.array(Ground).min(1),
  note: z.string().min(1).optional(),
});
export type Trial = z.infer<typeof Trial>;
