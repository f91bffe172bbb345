import { type Result, refuse } from "@calcar/vocabulary";
import { normal } from "../distributions/normal.ts";
import { cleanStudies, type StudyInput } from "../meta/studies.ts";
import { finiteAnswer } from "../numerics/finite.ts";

export type FailSafeType = "Rosenthal" | "Orwin" | "Rosenberg";

export type FailSafeRequest = Omit<StudyInput, "moderators"> & {
  readonly type: FailSafeType;
  /** Significance level, 0.05 unless given. */
  readonly alpha?: number;
  /** Orwin: the effect that would no longer matter; half of the mean unless given. */
  readonly target?: number;
};

/**
 * Fail-safe N: how many unseen studies of no effect would undo the finding.
 *
 * @returns a whole number at or above 0
 * @refuses not-applicable/beyond-range; as cleanStudies; invalid/alpha; not-applicable/zero-variance; not-applicable/no-target when the target effect is 0
 * @source rosenthal-1979, orwin-1983, rosenberg-2005
 */
export function failSafeN(request: FailSafeRequest): Result<number> {
  const alpha = request.alpha ?? 0.05;
  if (!(alpha > 0 && alpha < 1)) return refuse("invalid", "alpha");
  const clean = cleanStudies(request);
  if (!clean.ok) return clean;
  const { y, v } = clean.value.studies;
  const k = y.length;
  if (v.some((variance) => variance === 0)) return refuse("not-applicable", "zero-variance");
  if (request.type === "Rosenthal") {
    const sum = y.reduce((total, value, i) => total + value / Math.sqrt(v[i]!), 0);
    return finiteAnswer(wholeUp((sum / normal.upperQuantile(alpha)) ** 2 - k));
  }
  const sumW = v.reduce((total, variance) => total + 1 / variance, 0);
  const sumWY = y.reduce((total, value, i) => total + value / v[i]!, 0);
  if (request.type === "Rosenberg") return finiteAnswer(wholeUp((k * (sumWY / normal.upperQuantile(alpha / 2)) ** 2) / sumW - k));
  const mean = sumWY / sumW;
  const target = request.target ?? mean / 2;
  return target === 0 ? refuse("not-applicable", "no-target") : finiteAnswer(wholeUp((k * (mean - target)) / target));
}

/** Rounded up, not by rounding error alone. */
const wholeUp = (value: number): number => Math.max(0, Math.ceil(value - 1e-9 * Math.abs(value)));
