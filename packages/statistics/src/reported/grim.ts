import { type Printed, windowOf } from "./printed-number.ts";

/** Whether a mean can come from whole numbers, and the nearest means that can. */
export interface Grim {
  readonly possible: boolean;
  readonly telling: boolean; // false: at this n every printed mean is possible, so that the test says nothing
  readonly nearest: readonly [number, number]; // the possible means at or below and at or above the printed one, unrounded
}

/**
 * Granularity-related inconsistency of means (GRIM): the mean of whole numbers is a whole number divided by how many there are.
 *
 * @param mean as printed; its decimals decide what rounds to it
 * @param n how many were averaged, 1 or more
 * @param items how many whole-number items each value is itself the mean of: 1 for a sum score, an age in years or a count
 * @throws RangeError when n or items is not a whole number above 0
 * @source brown-heathers-2017
 * @example grim({ value: 3.48, decimals: 2 }, 20) // impossible: 3.45 or 3.50
 */
export function grim(mean: Printed, n: number, items = 1): Grim {
  if (!(Number.isInteger(n) && n > 0 && Number.isInteger(items) && items > 0))
    throw new RangeError(`GRIM needs whole numbers above 0, got n ${n} and ${items} items`);
  const parts = n * items;
  const [low, high] = windowOf(mean);
  return {
    possible: Math.ceil(low * parts) <= Math.floor(high * parts),
    telling: (high - low) * parts < 1,
    nearest: [Math.floor(mean.value * parts) / parts, Math.ceil(mean.value * parts) / parts],
  };
}
