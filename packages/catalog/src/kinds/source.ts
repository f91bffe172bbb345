import { z } from "zod";
import { Discrepancy } from "./discrepancy.ts";
import { Ground, Id, PlainDate } from "./grounds.ts";

/** Something a document says that its source says too: whoever corrects it must also know what is right. */
const Confirmation = z.strictObject({ id: Id, says: z.string().min(1), grounds: z.array(Ground).min(1) });

/**
 * A paper, guideline, law, registry entry, seed page, or our own project default. Its id is cited everywhere: in knowledge
 * files, and as `@source` in the docstrings of the code that follows it.
 */
export const Source = z.strictObject({
  id: Id,
  title: z.string().min(1),
  authors: z.string().min(1).optional(),
  journal: z.string().min(1).optional(),
  year: z.int().min(1800).max(2100).optional(),
  doi: z.string().min(1).optional(),
  pmid: z.string().min(1).optional(),
  url: z.url().optional(),
  kind: z.string().min(1), // "primary", "guideline", "registry", "seed", "recall", "project"; "method" is a paper on statistics
  read: z.string().min(1).optional(), // how much of it a person has read
  alsoKnownAs: z.array(Id).optional(), // ids of the same document in the material it was imported from
  note: z.string().min(1).optional(),
  discrepancies: z.array(Discrepancy).optional(), // errors printed in this document
  confirmations: z.array(Confirmation).optional(), // statements of this document that were checked and found right
  stillValidOn: PlainDate,
});
export type Source = z.infer<typeof Source>;
