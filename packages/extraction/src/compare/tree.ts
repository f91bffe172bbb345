import { maybe } from "../check/ledger.ts";
import { slug } from "../check/placed.ts";
import type { StudyDraft } from "../draft/study-draft.ts";

/** A draft whose arms and outcomes go by name and not by their place in a list. */
export type Tree = Readonly<Record<string, unknown>>;
export type Path = readonly string[];

/** What each reader writes of himself is no finding in the paper. */
export function treeOf({ readers: _, decisions: __, arms, outcomes, ...rest }: StudyDraft): Tree {
  return {
    ...rest,
    ...(arms && { arms: byName(arms, ({ name }) => maybe(name) ?? "unnamed") }),
    ...(outcomes && { outcomes: byName(outcomes, outcomeKey) }),
  };
}

/** The draft that a tree stands for; its shape is for the caller to check. */
export const untree = ({ arms, outcomes, ...rest }: Tree): Tree => ({
  ...rest,
  ...(isMap(arms) && { arms: Object.values(arms) }),
  ...(isMap(outcomes) && { outcomes: Object.values(outcomes) }),
});

/**
 * Kind, event or instrument, time and whose: what makes two entries entries of one result, whatever two people call them. The id
 * is no part of it.
 */
function outcomeKey(outcome: NonNullable<StudyDraft["outcomes"]>[number]): string {
  const instrument = outcome.instrumentId === "not-on-file" ? undefined : maybe(outcome.instrumentId);
  const what = (outcome.type === "events" ? maybe(outcome.event) : instrument) ?? slug(outcome.name ?? outcome.instrument ?? "");
  const when = outcome.months === undefined ? maybe(outcome.timepoint) : String(Number(outcome.months));
  return [outcome.type, what, when, maybe(outcome.arm) ?? maybe(outcome.group)].map((part) => part || "?").join(" / ");
}

/** Entries by name; a second of the same name is told apart by its number. */
function byName<T>(list: readonly T[], nameOf: (one: T) => string): Record<string, T> {
  const seen = new Map<string, number>();
  return Object.fromEntries(
    list.map((one) => {
      const name = nameOf(one);
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      return [count === 1 ? name : `${name} (${count})`, one];
    }),
  );
}

export const isMap = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);

/** The tree with the value at a path replaced, or taken away where there is none. */
export function withValue(tree: Tree, [key, ...rest]: Path, value: unknown): Tree {
  if (key === undefined) return tree;
  const { [key]: inner, ...others } = tree;
  if (rest.length > 0) return { ...tree, [key]: withValue(isMap(inner) ? inner : {}, rest, value) };
  return value === undefined ? others : { ...tree, [key]: value };
}

export const valueAt = (tree: Tree, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (isMap(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined), tree);

/** A path as a person reads it: "outcomes[events / collapse / 24 / CD].report.events.value". */
export const fieldOf = ([first = "", ...rest]: Path): string =>
  (first === "arms" || first === "outcomes") && rest.length > 0
    ? `${first}[${rest[0]}]${rest
        .slice(1)
        .map((key) => `.${key}`)
        .join("")}`
    : [first, ...rest].join(".");
