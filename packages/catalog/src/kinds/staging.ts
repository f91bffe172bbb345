import { z } from "zod";
import { Ground, Id, Localised, PlainDate, VerifiedGrade } from "./grounds.ts";

/** A staging or grading system in one version. Systems never convert into one another. */
export const StagingSystem = z.strictObject({
  id: Id, // "arco-2019"
  name: z.string().min(1),
  version: z.string().min(1).optional(),
  fact: Id.optional(), // the fact of an evaluation that carries this system: "stage.arco-2019"
  scope: z.enum(["hip-oa", "onfh", "onfh-lesion"]),
  grades: z
    .array(
      z.strictObject({
        code: z.string().min(1),
        meaning: Localised,
        phase: z.enum(["before-collapse", "after-collapse"]).optional(), // femoral head staging only
        verified: VerifiedGrade,
        unconfirmed: z.string().min(1).optional(), // a definition that nobody could confirm: for whoever checks it, never shown
        extra: z.record(z.string(), z.union([z.string(), z.number()])).optional(), // "collapse within 5 years, %"
      }),
    )
    .min(1),
  sizes: z // letters for the size of the lesion, written beside the grade; a letter of one system is not that of another
    .array(z.strictObject({ code: z.string().min(1), meaning: Localised, verified: VerifiedGrade }))
    .min(1)
    .optional(),
  use: z.string().min(1).optional(),
  note: z.string().min(1).optional(),
  grounds: z.array(Ground).min(1),
  stillValidOn: PlainDate,
});
export type StagingSystem = z.infer<typeof StagingSystem>;
