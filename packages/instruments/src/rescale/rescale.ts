import type { CatalogInstrument, Direction } from "@calcar/catalog";
import { ok, type Result, refuse } from "@calcar/vocabulary";
import { formOf } from "../definition/form-of.ts";

/** A scale by a form of the instrument, or by its very ends and direction. */
export type ScaleOf = { readonly form: string } | { readonly range: readonly [number, number]; readonly direction: Direction };

export interface Scale {
  readonly range: readonly [number, number];
  readonly direction: Direction;
}

export interface Reported {
  readonly mean: number;
  readonly sd?: number | undefined; // absent: not reported
}

/** A reported mean on another scale, with everything that was done to it. */
export interface Rescaled extends Reported {
  readonly from: Scale;
  readonly to: Scale;
  readonly factor: number; // of a difference or a standard deviation; negative when the direction turns
  readonly offset: number; // mean on the new scale = offset + factor * mean on the old
  readonly did: string; // "0-96, higher worse, to 0-100, higher better: 100 - 1.0417 x" for whoever reads the table
}

/**
 * Carries a reported mean and standard deviation from one known scale of a subscale to another, in a straight line.
 *
 * WOMAC is printed on 0 to 96, 0 to 100, 0 to 240 and 0 to 2400: without the scale, a number has no meaning.
 *
 * @param scales each by a form of the instrument or by range and direction; `from` is undefined where a report states neither
 * @param reported the mean of scores, not of changes: a change has no offset
 * @returns the mean and spread on the new scale, with factor, offset and a line of text
 * @refuses not-found/subscale; incomplete/scale-not-known; invalid/form-unknown; invalid/scale when a range is empty;
 *   not-applicable/not-a-quantity for a health state; not-applicable/no-better-end from or to a scale on which more is not better; invalid/mean-out-of-range; invalid/negative-sd
 * @source project-default
 */
export function rescale(
  instrument: CatalogInstrument,
  scales: { readonly subscale: string; readonly from: ScaleOf | undefined; readonly to: ScaleOf },
  { mean, sd }: Reported,
): Result<Rescaled> {
  const subscale = instrument.subscales.find(({ id }) => id === scales.subscale);
  if (!subscale) return refuse("not-found", "subscale", [scales.subscale]);
  if (subscale.method.kind === "profile") return refuse("not-applicable", "not-a-quantity");
  if (scales.from === undefined) return refuse("incomplete", "scale-not-known", ["range", "direction"]);
  const from = scaleOf(instrument, scales.subscale, scales.from);
  if (!from.ok) return from;
  const to = scaleOf(instrument, scales.subscale, scales.to);
  if (!to.ok) return to;
  if ((from.value.direction === NO_BETTER_END) !== (to.value.direction === NO_BETTER_END)) return refuse("not-applicable", "no-better-end");
  if (mean < from.value.range[0] || mean > from.value.range[1] || Number.isNaN(mean)) return refuse("invalid", "mean-out-of-range");
  if (sd !== undefined && !(sd >= 0)) return refuse("invalid", "negative-sd");
  return ok(carry(from.value, to.value, { mean, sd }));
}

const NO_BETTER_END: Direction = "higher-more-active";

/** The scale that is meant. @refuses invalid/scale; what `formOf` refuses */
function scaleOf(instrument: CatalogInstrument, id: string, named: ScaleOf): Result<Scale> {
  if ("range" in named) {
    const [low, high] = named.range;
    return high > low ? ok({ range: named.range, direction: named.direction }) : refuse("invalid", "scale");
  }
  const form = formOf(instrument, named.form);
  if (!form.ok) return form;
  const subscale = instrument.subscales.find((each) => each.id === id)!;
  return ok({
    range: form.value?.ranges?.[id] ?? subscale.range,
    direction: form.value?.directions?.[id] ?? subscale.direction,
  });
}

function carry(from: Scale, to: Scale, { mean, sd }: Reported): Rescaled {
  const turns = (from.direction === "higher-worse") !== (to.direction === "higher-worse");
  const [low, high] = from.range;
  const [start, end] = turns ? [to.range[1], to.range[0]] : to.range;
  const factor = (end - start) / (high - low);
  const offset = start - factor * low;
  return {
    mean: start + ((mean - low) * (end - start)) / (high - low),
    ...(sd === undefined ? {} : { sd: sd * Math.abs(factor) }),
    from,
    to,
    factor,
    offset,
    did: `${words(from)} to ${words(to)}: ${round(offset)} ${factor < 0 ? "-" : "+"} ${round(Math.abs(factor))} x`,
  };
}

const words = ({ range: [low, high], direction }: Scale): string => `${low}-${high} (${direction.replaceAll("-", " ")})`;
const round = (value: number): string => String(Number(value.toFixed(4)));
