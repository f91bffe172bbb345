import type { Vector } from "../numerics/matrix.ts";

const RADIX = 65_536;
const SMALL = 4_000;

/**
 * Stable ascending order of numbers: row indices such that `values[order[0]] <= values[order[1]] <= ...`.
 *
 * @param values finite numbers, any sign
 */
export function ascendingOrder(values: Vector): Uint32Array {
  const order = new Uint32Array(values.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  if (order.length < SMALL) return order.sort((a, b) => values[a]! - values[b]! || a - b);
  return radixOrder(values, order);
}

/** Four passes over 16-bit digits: sorting a million indices with a comparator takes longer than the whole estimate may. */
function radixOrder(values: Vector, start: Uint32Array): Uint32Array {
  const keys = sortableKeys(values);
  let from: Uint32Array = start;
  let to: Uint32Array = new Uint32Array(start.length);
  const counts = new Uint32Array(RADIX);
  for (let digit = 0; digit < 4; digit++) {
    counts.fill(0);
    for (let i = 0; i < from.length; i++) counts[keys[4 * i + digit]!]!++;
    if (counts[keys[digit]!] === from.length) continue;
    for (let value = 0, sum = 0; value < RADIX; value++) {
      const count = counts[value]!;
      counts[value] = sum;
      sum += count;
    }
    for (let i = 0; i < from.length; i++) {
      const row = from[i]!;
      to[counts[keys[4 * row + digit]!]!++] = row;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** The bits of each double, turned so that they sort as unsigned numbers; digit 0 is the lowest. */
function sortableKeys(values: Vector): Uint16Array {
  const doubles = new Float64Array(values.length);
  for (let i = 0; i < doubles.length; i++) doubles[i] = values[i]! + 0; // -0 becomes 0
  const keys = new Uint16Array(doubles.buffer);
  for (let i = 3; i < keys.length; i += 4) {
    if (keys[i]! < 0x8000) keys[i]! ^= 0x8000;
    else for (let digit = 0; digit < 4; digit++) keys[i - digit]! ^= 0xffff;
  }
  return keys;
}

/** Gaps this small beside the longest time are rounding: such times are tied. */
export function tieTolerance(times: Vector): number {
  let largest = 0;
  for (let i = 0; i < times.length; i++) largest = Math.max(largest, Math.abs(times[i]!));
  return largest * 1e-12;
}
