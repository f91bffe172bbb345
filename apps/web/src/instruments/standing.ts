import type { InstrumentLine } from "./shapes.ts";

export type Standing = "confirmed" | "in-part" | "unconfirmed";

type Judged = Pick<InstrumentLine, "unconfirmed" | "forms"> & { readonly subscales: readonly { readonly id: string }[] };

/** How much of an instrument's scoring stands confirmed: all, some of it, or nothing that would be scored by default. */
export function standingOf({ unconfirmed, forms, subscales }: Judged): Standing {
  if (unconfirmed.length === 0) return "confirmed";
  const bearsOnAll = unconfirmed.some(({ bears }) => {
    if (bears.on === "everything") return true;
    if (bears.on === "forms") return forms.every((form) => bears.forms.includes(form));
    return bears.on === "subscales" && subscales.every(({ id }) => bears.subscales.includes(id));
  });
  return bearsOnAll ? "unconfirmed" : "in-part";
}
