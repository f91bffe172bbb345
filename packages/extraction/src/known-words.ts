import { z } from "zod";

/** The words of the knowledge that a new study has to fit to. */
export const KnownWords = z.strictObject({
  sources: z.array(z.string()),
  studies: z.array(z.string()),
  instruments: z.array(z.string()), // ids that studies and questions know outcomes by
  events: z.array(z.string()),
  choices: z.record(z.string(), z.array(z.string())), // what a field with a choice takes, by its name
});
export type KnownWords = z.infer<typeof KnownWords>;
