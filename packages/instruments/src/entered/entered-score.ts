import type { CatalogInstrument } from "@calcar/catalog";
import { ok, type Result, refuse } from "@calcar/vocabulary";
import { formOf } from "../definition/form-of.ts";
import type { Score } from "../schema.ts";
import { bearsOnSubscale, bitsOf, idsOf } from "../score/marks.ts";

/** A score somebody else computed, as it stands in a record or a paper. */
export interface Entered {
  readonly subscale: string;
  readonly value: number;
  readonly form?: string | undefined; // its version; needed where the instrument has several, also where one is the default
  readonly range?: readonly [number, number] | undefined; // the range it was reported on
}

/**
 * Takes a score that was entered and not computed here: with its version and its range, or not at all.
 *
 * A WOMAC total of 45 may lie on 0 to 96, to 240 or to 2400.
 *
 * @returns a score with the method `entered` and no count of answers
 * @refuses not-found/subscale; incomplete/form-not-stated, invalid/form-unknown; incomplete/range-not-stated;
 *   conflict/range-of-another-form when the stated range is not that of the form; invalid/out-of-range
 */
export function enteredScore(instrument: CatalogInstrument, { subscale: id, value, form, range }: Entered): Result<Score> {
  const subscale = instrument.subscales.find((each) => each.id === id);
  if (!subscale) return refuse("not-found", "subscale", [id]);
  if (instrument.forms && form === undefined) return refuse("incomplete", "form-not-stated", ["form"]);
  const found = formOf(instrument, form);
  if (!found.ok) return found;
  if (range === undefined) return refuse("incomplete", "range-not-stated", ["range"]);
  const [low, high] = found.value?.ranges?.[id] ?? subscale.range;
  if (range[0] !== low || range[1] !== high) return refuse("conflict", "range-of-another-form");
  if (!(value >= low && value <= high)) return refuse("invalid", "out-of-range");
  const bits = bitsOf(instrument, ({ bears }) => bearsOnSubscale(bears, id, found.value));
  return ok({
    subscale: id,
    value,
    se: null,
    raw: null,
    direction: found.value?.directions?.[id] ?? subscale.direction,
    range: [low, high],
    items: 0,
    answered: 0,
    imputed: 0,
    method: "entered",
    tableDigest: null,
    unconfirmed: idsOf(instrument, bits),
    refusal: null,
  });
}
