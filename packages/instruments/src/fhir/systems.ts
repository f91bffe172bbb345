import type { CatalogInstrument, LoincCode } from "@calcar/catalog";
import type { Coding } from "@medplum/fhirtypes";

/** Our own identifiers are names, not addresses: nobody has to keep a web page alive for them. */
export const canonicalOf = ({ id }: Pick<CatalogInstrument, "id">): string => `urn:calcar:instrument:${id}`;

/** The code system of an instrument's scores, of its items, or of one item's options. */
export const systemOf = (instrument: Pick<CatalogInstrument, "id">, ...of: readonly string[]): string =>
  [canonicalOf(instrument), ...of].join(":");

type Names = LoincCode["names"];

/** LOINC codes of the panel, an item or a subscale. A code whose meaning nobody has read is never sent. */
export function loincOf({ loinc = [] }: Pick<CatalogInstrument, "loinc">, names: Names): Coding[] {
  const wanted = JSON.stringify(names);
  return loinc
    .filter(({ meaningRead, names }) => meaningRead && JSON.stringify(names) === wanted)
    .map(({ code }) => ({ system: "http://loinc.org", code }));
}
