import type { Interval } from "../meta/index.ts";
import { overlap, type Printed, windowOf } from "./printed-number.ts";

/** Whether a printed percentage is the share of these counts. @throws RangeError when the total is not above 0 */
export function isShareOf(percent: Printed, events: number, total: number): boolean {
  if (!(total > 0)) throw new RangeError(`a share needs a total above 0, got ${total}`);
  const share = (100 * events) / total;
  return overlap(windowOf(percent), [share, share]);
}

/**
 * The whole counts of a total that round to a printed percentage.
 *
 * @returns the lowest and the highest; undefined when there is none
 */
export function countsOfShare(percent: Printed, total: number): Interval | undefined {
  const [low, high] = windowOf(percent);
  const first = Math.max(0, Math.ceil((low * total) / 100));
  const last = Math.min(total, Math.floor((high * total) / 100));
  return first <= last ? [first, last] : undefined;
}
