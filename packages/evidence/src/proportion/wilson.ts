import { normal } from "@calcar/statistics";

/**
 * Wilson's score interval of a proportion, 95%. It has a sensible length at 0 and at 1, where the usual one has none.
 *
 * @param events 0 to total
 * @param total at least 1
 * @source wilson-1927
 */
export function wilson(events: number, total: number): [number, number] {
  const z = normal.quantile(0.975);
  const p = events / total;
  const shrunk = 1 + z ** 2 / total;
  const middle = (p + z ** 2 / (2 * total)) / shrunk;
  const half = (z / shrunk) * Math.sqrt((p * (1 - p)) / total + z ** 2 / (4 * total ** 2));
  return [events === 0 ? 0 : middle - half, events === total ? 1 : middle + half];
}
