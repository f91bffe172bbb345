import { z } from "zod";
import { JURISDICTIONS } from "./claim.ts";
import { Id, Localised, PlainDate } from "./grounds.ts";

/** How far a provision was checked: read in the law or code itself, or in another text about it. Less is never shown. */
const READ = ["source-text", "secondary-source"] as const;

/** What a law, a code or a decision of its guardian says to statements of a kind, and which claim rules those are. */
export const Provision = z.strictObject({
  id: Id,
  jurisdiction: z.enum(JURISDICTIONS),
  name: z.string().min(1), // as a lawyer would look it up: "Directive 2001/83/EC, Article 90(b)"
  says: Localised, // in our words
  only: Localised.optional(), // where it applies to some cases only: "where the cells are a medicinal product"
  source: Id,
  at: z.string().min(1).optional(), // where in the source it was read
  verified: z.enum(READ),
  addresses: z.array(Id).min(1), // claim rules
  reviewBy: PlainDate,
});
export type Provision = z.infer<typeof Provision>;
