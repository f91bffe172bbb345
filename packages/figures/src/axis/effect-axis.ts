import { numberText, printedText } from "@calcar/evidence";

export interface RowAxis {
  readonly type: "log" | "linear";
  readonly domain: readonly [number, number];
  readonly none?: number; // the value of no effect; absent where there is none to have
  readonly ticks: readonly Tick[];
}

export interface EffectAxis extends RowAxis {
  readonly none: number; // always inside
}

export interface Tick {
  readonly value: number;
  readonly text: string;
}

/** What the axis has to hold: points must be seen, intervals as far as is sensible. */
export interface Shown {
  readonly points: readonly number[];
  readonly intervals: readonly (readonly [number, number])[];
}

const RATIO_REACH = 20; // an interval beyond 1/20 or 20 is cut unless a point lies there
/** Whether a ratio's interval can be shown whole. */
export const isWithinReach = ([low, high]: readonly [number, number]): boolean => low >= 1 / RATIO_REACH && high <= RATIO_REACH;

const RATIO_LEAST: readonly [number, number] = [0.5, 2];
const AIR = 1.12;
const TICK_ROOM = 32; // pixels between the middles of two ticks
const MOST_STEPS = 10; // of a linear axis: more say nothing more

/**
 * A logarithmic axis for ratios: it holds every point estimate and no effect, and intervals up to a factor of 20. Ticks are
 * round numbers (1, 2, 5 of each decade, or fewer where there is no room), so that equal factors are equal distances and no
 * label claims more than it says.
 *
 * @param width of the axis in pixels
 */
export function ratioAxis({ points, intervals }: Shown, width: number, language: string): EffectAxis {
  const reach = (value: number) => Math.min(RATIO_REACH, Math.max(1 / RATIO_REACH, value));
  const all = [...points, ...intervals.flat().map(reach), ...RATIO_LEAST];
  const domain: [number, number] = [Math.min(...all) / AIR, Math.max(...all) * AIR];
  const span = Math.log(domain[1] / domain[0]);
  const roomy = (values: readonly number[]) =>
    values.every((value, i) => i === 0 || (width * Math.log(value / values[i - 1]!)) / span >= TICK_ROOM);
  const inside = (steps: readonly number[]) => decades(steps, domain);
  const ticks = [inside([1, 2, 5]), inside([1, 3]), inside([1])].find(roomy) ?? [1];
  return { type: "log", domain, none: 1, ticks: ticks.map((value) => ({ value, text: printedText(value, language) })) };
}

function decades(steps: readonly number[], [low, high]: readonly [number, number]): number[] {
  const from = Math.floor(Math.log10(low));
  const powers = Array.from({ length: Math.ceil(Math.log10(high)) - from + 1 }, (_, i) => from + i);
  const values = powers.flatMap((power) => steps.map((step) => Number(`${step}e${power}`)));
  return values.filter((value) => value >= low && value <= high);
}

/** A linear axis for risk differences, from -1 to 1 at most, with no effect inside. */
export function differenceAxis({ points, intervals }: Shown, width: number, language: string): EffectAxis {
  const all = [...points, ...intervals.flat(), -0.1, 0.1];
  const [low, high] = [Math.max(-1, Math.min(...all) * AIR), Math.min(1, Math.max(...all) * AIR)];
  return { ...linearAxis([low, high], width, language), none: 0 };
}

/** A linear axis for differences of means, as wide as the intervals, with no difference inside. */
export function meanAxis({ points, intervals }: Shown, width: number, language: string): EffectAxis {
  const all = [...points, ...intervals.flat(), 0];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const air = (high - low || 1) * (AIR - 1);
  return { ...linearAxis([low - air, high + air], width, language), none: 0 };
}

/** A linear axis over the whole of a scale, with round ticks. */
export function linearAxis([low, high]: readonly [number, number], width: number, language: string): Omit<EffectAxis, "none"> {
  const most = Math.min(MOST_STEPS, Math.max(2, Math.floor(width / TICK_ROOM)));
  const step = roundStep((high - low) / most);
  const count = Math.floor(high / step + 1e-9) - Math.ceil(low / step - 1e-9) + 1;
  const first = Math.ceil(low / step - 1e-9);
  const values = Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  const places = Math.max(0, ...values.map((value) => String(value).split(".")[1]?.length ?? 0)); // of the finest step, on every tick
  return { type: "linear", domain: [low, high], ticks: values.map((value) => ({ value, text: numberText(value, places, language) })) };
}

/** The whole of an instrument's scale: as linearAxis, with both ends named even where they are not round. */
export function scaleAxis(range: readonly [number, number], width: number, language: string): Omit<EffectAxis, "none"> {
  const axis = linearAxis(range, width, language);
  const apart = (value: number, end: number) => (Math.abs(value - end) * width) / (range[1] - range[0]) >= TICK_ROOM;
  const inner = axis.ticks.filter(({ value }) => range.every((end) => apart(value, end)));
  const [low, high] = range.map((value) => ({ value, text: printedText(value, language) })) as [Tick, Tick];
  return { ...axis, ticks: [low, ...inner, high] };
}

/** The least of 1, 2, 2.5, 5 times a power of ten that is not below the wish. */
function roundStep(wish: number): number {
  const power = 10 ** Math.floor(Math.log10(wish));
  return [1, 2, 2.5, 5, 10].map((step) => step * power).find((step) => step >= wish - 1e-12) ?? 10 * power;
}

/** A linear axis for shares from 0 on, in per cent. */
export function shareAxis({ points, intervals }: Shown, width: number, language: string): RowAxis {
  const most = Math.min(100, Math.max(1, ...points, ...intervals.flat()) * AIR);
  return linearAxis([0, most], width, language);
}
