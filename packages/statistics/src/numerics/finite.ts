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
  if (Array.isArray(value)) return isFiniteList(value);
  return isFiniteList(Object.values(value));
}

/** A plain loop: lists of weights are as long as the studies. */
function isFiniteList(list: readonly unknown[]): boolean {
  for (let i = 0; i < list.length; i++) {
    const value = list[i];
    if (typeof value === "number" ? !Number.isFinite(value) : typeof value === "object" && !isFiniteThroughout(value)) return false;
  }
  return true;
}
