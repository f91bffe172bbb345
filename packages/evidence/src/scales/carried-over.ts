import type { Catalog } from "@calcar/catalog";
import type { ChangeCoordinates, Outcome } from "@calcar/catalog/schema";
import { type Scale as InstrumentScale, rescale } from "@calcar/instruments";

type Wanted = ChangeCoordinates["outcome"];

/** The way from the scale a study printed to the one its question shows: a value becomes `offset + factor * value`. */
export interface CarriedOver {
  readonly factor: number; // of a change, a difference or a standard deviation
  readonly offset: number; // of a value, none of a change
  readonly did: string; // "0-100 (higher worse) to 0-96 (higher worse): 0 + 0.96 x"
}

/**
 * How a printed score is carried over to the scale that a question shows, by the definition of its instrument.
 *
 * @param scale as printed; a member of a question that shows a scale states its range
 * @returns undefined where it is printed on that scale already, or where the question shows none
 */
export function carriedOver(catalog: Catalog, { scale: shown, higherIsBetter }: Wanted, scale: Outcome["scale"]): CarriedOver | undefined {
  if (!shown || scale?.min === undefined || scale.max === undefined) return undefined;
  const [low, high] = shown.range;
  if (scale.min === low && scale.max === high) return undefined;
  const instrument = catalog.instruments.get(shown.instrument);
  if (!instrument) throw new Error(`a question shows the scale of ${shown.instrument}, which is not on file`);
  const direction: InstrumentScale["direction"] = higherIsBetter ? "higher-better" : "higher-worse";
  const from = { range: [scale.min, scale.max] as const, direction };
  const subscale = shown.subscale ?? instrument.subscales[0]!.id;
  const carried = rescale(instrument, { subscale, from, to: { range: shown.range, direction } }, { mean: scale.min });
  if (!carried.ok) throw new Error(`a scale of ${scale.min} to ${scale.max} of ${shown.instrument}: ${carried.refusal.code}`);
  const { factor, offset, did } = carried.value;
  return { factor, offset, did };
}
