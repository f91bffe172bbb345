import type { InstrumentLine } from "./shapes.ts";

export type Standing = "confirmed" | "to-compare" | "in-part" | "unconfirmed";

type Judged = Pick<InstrumentLine, "unconfirmed" | "forms" | "compare"> & { readonly subscales: readonly { readonly id: string }[] };

/** How far an instrument's scoring stands: whole, still to be held against the publisher's sheet, in part, or not scored by default. */
export function standingOf({ unconfirmed, forms, subscales, compare = [] }: Judged): Standing {
  if (unconfirmed.length === 0) return compare.length > 0 ? "to-compare" : "confirmed";
  const bearsOnAll = unconfirmed.some(({ bears }) => {
    if (bears.on === "everything") return true;
    if (bears.on === "forms") return forms.every((form) => bears.forms.includes(form));
    return bears.on === "subscales" && subscales.every(({ id }) => bears.subscales.includes(id));
  });
  return bearsOnAll ? "unconfirmed" : "in-part";
}
