import type { Range, Subscale, Threshold } from "./shapes.ts";

/** A threshold with the letter that stands for it in the picture and in the table. */
export interface Mark {
  readonly letter: string;
  readonly threshold: Threshold;
  readonly drawnAs: "state" | "change" | undefined; // absent: it is listed and not drawn
  readonly span: Range; // its value, or the two ends of the span that its source gives
}

interface OnScale {
  readonly subscale: string;
  readonly range: Range;
  readonly form: string | undefined;
}

/**
 * The thresholds of one score, lettered. Only those in points of this very scale are drawn: a state as a place on it, a
 * change as a distance. The two are never the same kind of mark.
 */
export const marksOf = (thresholds: readonly Threshold[], scale: OnScale): readonly Mark[] =>
  thresholds
    .filter(({ subscale }) => subscale === scale.subscale)
    .map((threshold, place) => ({
      letter: LETTERS[place] ?? String(place + 1),
      threshold,
      drawnAs: isOnScale(threshold, scale) ? (isState(threshold) ? "state" : "change") : undefined,
      span: typeof threshold.value === "number" ? [threshold.value, threshold.value] : threshold.value,
    }));

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

export const isState = ({ meaning }: Threshold): boolean => meaning === "state-at-least" || meaning === "state-at-most";

const isOnScale = ({ unit, scale, form }: Threshold, on: OnScale): boolean =>
  unit === "points" && scale?.[0] === on.range[0] && scale[1] === on.range[1] && (form === undefined || form === on.form);

/** Whether a score is a quantity with a scale that can be drawn: a health state is a name, an index has the scale of its value set. */
export const isDrawable = ({ method }: Subscale, hasValue: boolean): boolean =>
  method.kind !== "profile" && (method.kind !== "value-set" || hasValue);

const STEPS = [1, 2, 5];
const MOST_STEPS = 6;

/** Round places between the two ends of a scale, and the ends themselves; none so near an end that their figures would touch. */
export function ticksOf([low, high]: Range): readonly number[] {
  const length = high - low;
  const powers = [0.01, 0.1, 1, 10, 100, 1000];
  const step = powers.flatMap((power) => STEPS.map((each) => each * power)).find((each) => length / each <= MOST_STEPS) ?? length;
  const first = Math.ceil(low / step);
  const inner = Array.from({ length: Math.floor(high / step) - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  const clear = inner.filter((tick) => tick - low > step * 0.45 && high - tick > step * 0.45);
  return [low, ...clear, high];
}
