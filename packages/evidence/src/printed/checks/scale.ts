import type { Interval, RoundedEstimate } from "@calcar/statistics";
import { around, like, printedOf } from "../figures.ts";
import type { StatementOf } from "../statement.ts";

type Estimate = StatementOf<"estimate">;

/** Intervals of ratios are symmetric about the logarithm, those of differences about the value itself. */
export const isRatio = (measure: Estimate["measure"]): boolean => measure === "RR" || measure === "OR" || measure === "HR";

const TINY = 1e-12; // the logarithm of a limit that may have been rounded down to 0

const scaled = ([low, high]: Interval, ratio: boolean): Interval =>
  ratio ? [Math.log(Math.max(TINY, low)), Math.log(Math.max(TINY, high))] : [low, high];

/** Value and limits as ranges on the scale on which the interval is symmetric; undefined when one is not printed. */
export function roundedOf({ measure, value, interval }: Estimate): RoundedEstimate | undefined {
  if (value === undefined || !interval) return undefined;
  const on = (given: string | number) => scaled(around(given), isRatio(measure));
  return { estimate: on(value), lower: on(interval[0]), upper: on(interval[1]) };
}

/** Another limit on either side, or another value between the limits as printed: each would make the interval fit. */
export function mended(statement: Estimate): Estimate[] {
  const { measure, value, interval } = statement;
  if (value === undefined || !interval) return [];
  const [v, low, high] = [printedOf(value), printedOf(interval[0]), printedOf(interval[1])];
  const ratio = isRatio(measure);
  if (ratio && [v, low, high].some((figure) => figure.value <= 0)) return []; // no logarithm, and no limit to mirror
  const opposite = (limit: number) => (ratio ? v.value ** 2 / limit : 2 * v.value - limit);
  const middle = ratio ? Math.sqrt(low.value * high.value) : (low.value + high.value) / 2;
  return [
    ...(low.value <= v.value ? [{ ...statement, interval: [interval[0], like(opposite(low.value), high)] as Pair }] : []),
    ...(high.value >= v.value ? [{ ...statement, interval: [like(opposite(high.value), low), interval[1]] as Pair }] : []),
    { ...statement, value: like(middle, v) },
  ];
}

type Pair = NonNullable<Estimate["interval"]>;
