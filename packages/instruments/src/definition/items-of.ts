import type { Form, Instrument, ItemGroup, Localised, Takes } from "@calcar/catalog";

/** One item of an instrument, by its code. Its wording is licensed and not here. */
export interface Item {
  readonly code: string;
  readonly takes: Takes;
  readonly countsAs: readonly number[] | undefined; // what each answer counts, from the lowest answer up
  readonly label: Localised | undefined; // our own short label, where the licence allows one
  readonly note: Localised | undefined; // how the answer is coded
}

/** The items of an instrument in their order, with the answers that the form takes. */
export const itemsOf = ({ items }: Pick<Instrument, "items">, form?: Form): readonly Item[] => items.flatMap((group) => flat(group, form));

const flat = ({ codes, takes, countsAs, labels, note }: ItemGroup, form: Form | undefined): Item[] =>
  codes.map((code) => ({ code, takes: form?.takes ?? takes, countsAs, label: labels?.[code], note }));

/** Lowest and highest answer. */
export function endsOf(takes: Takes): readonly [number, number] {
  if (takes.kind !== "choice") return takes.range;
  const values = takes.options.map(({ value }) => value);
  return [Math.min(...values), Math.max(...values)];
}

/** Whether an item takes this number as its answer. */
export function isTaken(takes: Takes, value: number): boolean {
  if (takes.kind === "choice") return takes.options.some((option) => option.value === value);
  const [low, high] = takes.range;
  return value >= low && value <= high && (takes.kind === "number" || Number.isInteger(value));
}
