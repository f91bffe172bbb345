import type { Catalog } from "@calcar/catalog";
import type { Outcome, Study } from "@calcar/catalog/schema";

/** The standard deviation that a score has elsewhere; undefined when too few studies print one. */
export type TypicalSd = (outcome: Outcome) => number | undefined;

const FEWEST_STUDIES = 2;
const MEDIAN = 0.5;
const UPPER_QUARTILE = 0.75;

/**
 * What the standard deviations of each score come to in the studies on file, as a share of the width of its scale.
 *
 * The upper quartile over studies of the median within each: one study with many time points counts once, and small series whose
 * own spreads may be standard errors do not set the measure. Spreads that nobody calls standard deviations are not counted.
 */
export function typicalSds(catalog: Catalog): TypicalSd {
  const shares = new Map<string, number[]>();
  for (const study of catalog.studies.values())
    for (const [instrument, found] of ofStudy(study)) shares.set(instrument, [...(shares.get(instrument) ?? []), quantile(found, MEDIAN)]);
  return (outcome) => {
    const known = shares.get(outcome.instrumentId ?? "");
    const width = widthOf(outcome);
    return known === undefined || known.length < FEWEST_STUDIES || width === undefined
      ? undefined
      : quantile(known, UPPER_QUARTILE) * width;
  };
}

function ofStudy(study: Study): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const outcome of study.outcomes) {
    const width = widthOf(outcome);
    if (outcome.instrumentId === undefined || width === undefined) continue;
    const sds = sdsOf(outcome).map((sd) => sd / width);
    if (sds.length > 0) found.set(outcome.instrumentId, [...(found.get(outcome.instrumentId) ?? []), ...sds]);
  }
  return found;
}

function sdsOf(outcome: Outcome): number[] {
  if (outcome.type === "value") return outcome.dispersionType === "SD" && outcome.sd !== undefined ? [outcome.sd] : [];
  if (outcome.type !== "change") return [];
  return [outcome.baseline?.sd, outcome.followUp?.sd].filter((sd) => sd !== undefined);
}

/** From the scale on file, or from the ends that are printed with the name: "VAS 0-100". */
function widthOf({ scale, instrument }: Outcome): number | undefined {
  if (scale?.min !== undefined && scale.max !== undefined) return scale.max - scale.min;
  const [, low, high] = /\b(\d+)\s*(?:-|to)\s*(\d+)\b/.exec(instrument ?? "") ?? [];
  return low === undefined || high === undefined ? undefined : Number(high) - Number(low);
}

/** By linear interpolation between the two values around it. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return below + (above - below) * (place - Math.floor(place));
}
