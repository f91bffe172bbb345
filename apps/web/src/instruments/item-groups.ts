import type { Item } from "@calcar/instruments";
import type { Subscale } from "./shapes.ts";

export interface ItemsOfScore {
  readonly subscale: Subscale | undefined; // the first that rests on them; absent for items that no score reads
  readonly items: readonly Item[];
}

/** The items in their order, cut wherever the score that they belong to changes. */
export function itemGroups(items: readonly Item[], subscales: readonly Subscale[]): readonly ItemsOfScore[] {
  const groups: { subscale: Subscale | undefined; items: Item[] }[] = [];
  for (const item of items) {
    const subscale = subscales.find((each) => each.items?.includes(item.code));
    const last = groups.at(-1);
    if (last && last.subscale === subscale) last.items.push(item);
    else groups.push({ subscale, items: [item] });
  }
  return groups;
}
