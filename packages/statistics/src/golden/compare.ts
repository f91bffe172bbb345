import type { GoldenCase, Tolerance } from "./operation.ts";
import { type ReferenceLimit, referenceLimits } from "./reference-limits.ts";

/** One field that does not agree. */
export interface Mismatch {
  readonly field: string;
  readonly got: unknown;
  readonly expected: unknown;
}

export interface Comparison {
  readonly mismatches: readonly Mismatch[];
  /** Why a field outside its stated tolerance is no fault of ours: the known limits of the reference. Such a case is left out, not passed. */
  readonly excuses: readonly string[];
  /** Largest relative error over the numbers compared, those near zero in units of the stated tolerance. */
  readonly worst: number;
}

/** Fields that only inform: the reference's own loose answer, and the wording of its messages. */
const NOT_COMPARED = new Set(["peer_default_tau2", "warnings", "message"]);

/** Compares what was computed with what a case expects, field by field, each within its stated tolerance. */
export function compareCase(testCase: GoldenCase, got: Readonly<Record<string, unknown>>): Comparison {
  const mismatches: Mismatch[] = [];
  const excuses = new Set<string>();
  let worst = 0;
  for (const [field, expected] of Object.entries(testCase.expected)) {
    if (NOT_COMPARED.has(field)) continue;
    const stated = statedTolerance(testCase, field);
    for (const leaf of leaves(field, got[field], expected)) {
      if (agrees(leaf.got, leaf.expected, stated)) {
        worst = Math.max(worst, relativeError(leaf.got, leaf.expected, stated));
        continue;
      }
      const limit = referenceLimits(testCase, field, got).find((one) => within(one, leaf));
      if (limit) excuses.add(limit.reason);
      else mismatches.push(leaf);
    }
  }
  return { mismatches, excuses: [...excuses], worst };
}

/** The tolerance of a field; a note may widen it near zero, as in "compare with abs 1e-10 in the far tail". */
function statedTolerance({ tolerance, tolerance_by_field, note }: GoldenCase, field: string): Tolerance {
  const stated = tolerance_by_field?.[field] ?? tolerance;
  const noted = /compare with abs (\d+(?:\.\d+)?e-\d+)/.exec(note ?? "")?.[1];
  return noted === undefined ? stated : { ...stated, abs: Math.max(stated.abs, Number(noted)) };
}

const isMissing = (value: unknown): boolean => value === null || value === undefined;

const within = (limit: ReferenceLimit, { got, expected }: Mismatch): boolean =>
  agrees(got, expected, limit.tolerance) ||
  (limit.missing === "theirs" && isMissing(expected) && typeof got === "number") ||
  (limit.missing === "ours" && isMissing(got) && typeof expected === "number");

/** The single values below a field, with their path. */
function leaves(field: string, got: unknown, expected: unknown): Mismatch[] {
  if (NOT_COMPARED.has(field.slice(field.lastIndexOf(".") + 1))) return [];
  if (expected === null || typeof expected !== "object") return [{ field, got, expected }];
  const inside = typeof got === "object" && got !== null ? (got as Record<string, unknown>) : {};
  const below = Object.entries(expected).flatMap(([key, value]) => leaves(`${field}.${key}`, inside[key], value));
  const surplus = Array.isArray(expected) && lengthOf(got) !== undefined && lengthOf(got) !== expected.length;
  return surplus ? [...below, { field: `${field}.length`, got: lengthOf(got), expected: expected.length }] : below;
}

const lengthOf = (value: unknown): number | undefined => (Array.isArray(value) || value instanceof Float64Array ? value.length : undefined);

/** Missing values of the reference are null or NaN; ours are undefined. */
function agrees(got: unknown, expected: unknown, { rel, abs }: Tolerance): boolean {
  if (expected === null) return got === undefined || got === null;
  if (expected === "Inf") return got === Infinity;
  if (expected === "-Inf") return got === -Infinity;
  if (typeof expected !== "number") return got === expected;
  return typeof got === "number" && Math.abs(got - expected) <= Math.max(abs, rel * Math.abs(expected));
}

/** Relative error; a number below abs / rel counts as that large, since near zero only the absolute error means something. */
function relativeError(got: unknown, expected: unknown, { rel, abs }: Tolerance): number {
  if (typeof got !== "number" || typeof expected !== "number" || !Number.isFinite(expected) || got === expected) return 0;
  return Math.abs(got - expected) / Math.max(Math.abs(expected), rel > 0 ? abs / rel : 0);
}
