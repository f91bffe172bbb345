import { readPrinted } from "@calcar/statistics";
import type { Difference } from "./comparison.ts";
import { fieldOf, isMap, type Path, type Tree } from "./tree.ts";

/** A difference with its place in the trees. */
export interface Apart {
  readonly path: Path;
  readonly difference: Difference;
}

/** Every place at which two trees are not alike, and how many fields were held against each other. */
export function compareTrees(first: Tree, second: Tree): { readonly fields: number; readonly apart: readonly Apart[] } {
  const apart: Apart[] = [];
  return { fields: walk([], [first, second], apart), apart };
}

/** @returns how many fields lie below */
function walk(path: Path, [first, second]: readonly [unknown, unknown], apart: Apart[]): number {
  if (isBlank(first) && isBlank(second)) return 0;
  if (isMap(first) && isMap(second) && first.as === second.as) {
    const keys = [...new Set([...Object.keys(first), ...Object.keys(second)])];
    return keys.reduce((sum, key) => sum + walk([...path, key], [own(first, key), own(second, key)], apart), 0);
  }
  if (!isAlike(first, second)) apart.push({ path, difference: differenceOf(path, first, second) });
  return 1;
}

const own = (tree: Tree, key: string): unknown => (Object.hasOwn(tree, key) ? tree[key] : undefined);

/** Nothing, an empty text, a list or map of nothing. */
function isBlank(value: unknown): boolean {
  if (value === undefined) return true;
  if (typeof value === "string") return value.trim() === "";
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).every(isBlank);
}

function isAlike(first: unknown, second: unknown): boolean {
  const [a, b] = [wordsOf(first), wordsOf(second)];
  if (a === b) return true;
  const [x, y] = [readPrinted(a), readPrinted(b)];
  return x !== undefined && y !== undefined && x.value === y.value;
}

function differenceOf(path: Path, first: unknown, second: unknown): Difference {
  const kind = isBlank(first) ? "only-second" : isBlank(second) ? "only-first" : "differs";
  return {
    field: fieldOf(path),
    kind,
    ...(!isBlank(first) && { first: wordsOf(first) }),
    ...(!isBlank(second) && { second: wordsOf(second) }),
    isNumber: NUMBERS.has(path.at(-1) ?? "") || isMap(first) || isMap(second),
  };
}

const NUMBERS: ReadonlySet<string> = new Set(["value", "months", "year", "min", "max"]);

/** A value in words: of a figure its number, of more than one field each with its name. */
export function wordsOf(value: unknown): string {
  if (isBlank(value)) return "";
  if (Array.isArray(value)) return value.map(wordsOf).join("; ");
  if (!isMap(value)) return String(value).replace(/\s+/g, " ").trim();
  if ("value" in value) return wordsOf(value.value);
  return Object.entries(value)
    .flatMap(([key, inner]) => (isBlank(inner) ? [] : [`${key} ${wordsOf(inner)}`]))
    .join(", ");
}
