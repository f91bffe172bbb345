import { z } from "zod";
import { Id, PlainDate } from "./grounds.ts";
import { Study } from "./study.ts";

/** A search that was made: when, for what, how far it reached, and what was looked for in vain. */
export const SearchRecord = z.strictObject({
  id: Id,
  on: PlainDate,
  topic: z.string().min(1),
  diseases: z.array(Study.shape.disease).min(1),
  reach: z.string().min(1), // what was open to the reader, and what was not
  notFound: z.array(
    z.strictObject({
      what: z.string().min(1),
      study: Id.optional(), // the study on file that lacks it
      searched: z.boolean(), // false: not looked for by name, so that its absence says nothing
      note: z.string().min(1).optional(),
    }),
  ),
});
export type SearchRecord = z.infer<typeof SearchRecord>;
