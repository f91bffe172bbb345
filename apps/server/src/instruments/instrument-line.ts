import type { CatalogInstrument } from "@calcar/catalog";
import type { Instruments } from "@calcar/contract";
import { type Gate, itemsOf } from "@calcar/instruments";

type Line = Instruments["instruments"][number];

/** What the list of instruments says of one. */
export function instrumentLine(instrument: CatalogInstrument, gate: Gate): Line {
  const { id, name, shortName, version, reportedBy, about, compare, stillValidOn, subscales, forms = [], licence } = instrument;
  return {
    id,
    name,
    shortName,
    version,
    reportedBy,
    about,
    compare,
    stillValidOn,
    items: itemsOf(instrument).length,
    subscales: subscales.map((subscale) => ({ id: subscale.id, name: subscale.name })),
    forms: forms.map((form) => form.id),
    unconfirmed: [...(instrument.unconfirmed ?? [])],
    licence: { status: licence.status, wording: licence.wording },
    gate,
    thresholds: instrument.thresholds.length,
  };
}
