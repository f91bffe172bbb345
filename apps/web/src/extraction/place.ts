/** Where something stands in a draft, as the server names it: "outcomes[0].report.mean.value". */
export type Place = string;

type Key = string | number;

/** The keys and numbers that a place is made of. */
export const keysOf = (place: Place): Key[] =>
  [...place.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([part, index]) => (index === undefined ? part : Number(index)));

/** What stands at a place; absent where nothing does. */
export const valueAt = (draft: object, place: Place): unknown =>
  keysOf(place).reduce<unknown>(
    (inner, key) => (typeof inner === "object" && inner !== null ? (inner as Record<Key, unknown>)[key] : undefined),
    draft,
  );

/** The draft with something else at a place, or nothing. Lists and maps that are missing on the way are made. */
export const withValue = <T extends object>(draft: T, place: Place, value: unknown): T => set(draft, keysOf(place), value) as T;

function set(inner: unknown, [key, ...rest]: readonly Key[], value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof key === "number") {
    const list: unknown[] = Array.isArray(inner) ? inner : [];
    const next = set(list[key], rest, value);
    if (next === undefined) return list.filter((_, i) => i !== key);
    return key < list.length ? list.with(key, next) : [...list, next];
  }
  const map = typeof inner === "object" && inner !== null && !Array.isArray(inner) ? (inner as Record<string, unknown>) : {};
  const { [key]: _, ...others } = map;
  const next = set(map[key], rest, value);
  return next === undefined ? others : { ...map, [key]: next };
}

/** A draft without what a form leaves behind: blank texts, empty maps. An empty list stays where somebody says that there is none. */
export function pruned<T>(value: T): T {
  if (Array.isArray(value)) return value.map((one) => pruned(one) ?? {}) as T;
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    const left = pruned(inner as unknown);
    return isBlank(left) ? [] : [[key, left]];
  });
  return Object.fromEntries(kept) as T;
}

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === "string" && value.trim() === "") ||
  (typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0);

/** The id of the field at a place in the page. */
export const fieldId = (place: Place): string => `field-${place}`;

/** The places of the entries of a list. */
export const placesOf = (list: Place, entries: readonly unknown[]): Place[] => entries.map((_, i) => `${list}[${i}]`);
