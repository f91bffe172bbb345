import type { Outcome } from "@calcar/catalog";

export const slug = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/>=/g, " at least ")
    .replace(/<=/g, " at most ")
    .replace(/\+/g, " plus ")
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, "-")
    .replace(/\.(?!\d)|(?<!\d)\./g, "-")
    .replace(/-+/g, "-")
    .replace(/^-|-$/g, "");

const EVENTS: readonly (readonly [RegExp, string])[] = [
  [/collapse.*narrowing|^collapse/i, "collapse"],
  [/progression/i, "progression"],
  [/THA/, "hip-replacement"],
  [/further surgery|additional surgery/i, "further-surgery"],
  [/clinical failure/i, "clinical-failure"],
  [/adverse event/i, "adverse-event"],
  [/reduction|ACR20|response/i, "response"],
];

/** One word for the kind of event, the same in every study. */
export const eventOf = (name: string): string => EVENTS.find(([pattern]) => pattern.test(name))?.[1] ?? slug(name);

/** Ids that are unique within a study: what, when, in whom. */
export function withIds(drafts: readonly { readonly key: string; readonly outcome: Omit<Outcome, "id"> }[]): Outcome[] {
  const used = new Map<string, number>();
  return drafts.map(({ key, outcome }) => {
    const seen = (used.get(key) ?? 0) + 1;
    used.set(key, seen);
    return { ...outcome, id: seen === 1 ? key : `${key}-${seen}` } as Outcome;
  });
}
