import { ok, type Result, refuse } from "@calcar/vocabulary";

/**
 * The answer, when every number in it is finite.
 *
 * @refuses not-applicable/beyond-range otherwise: the data leave the range in which doubles can tell an answer
 */
export const finiteAnswer = <T>(answer: T): Result<T> =>
  isFiniteThroughout(answer) ? ok(answer) : refuse("not-applicable", "beyond-range");

function isFiniteThroughout(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (value === null || typeof value !== "object") return true;
  for (const key in value) if (!isFiniteThroughout((value as Record<string, unknown>)[key])) return false;
  return true;
}
