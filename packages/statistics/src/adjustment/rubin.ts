import { ok, type Result, refuse } from "@calcar/vocabulary";
import { normal } from "../distributions/normal.ts";
import { studentT } from "../distributions/student-t.ts";
import { type Interval, tailOf } from "../sites/counts.ts";

export interface RubinPooled {
  readonly estimate: number;
  readonly se: number;
  /** Infinity when there is no variance between imputations and the complete-data degrees of freedom are infinite. */
  readonly df: number;
  readonly t: number;
  readonly p: number;
  readonly ci: Interval;
  /** Mean variance within imputations, and variance between their estimates. */
  readonly within: number;
  readonly between: number;
  /** Share of the variance that is due to the missing values. */
  readonly missingShare: number;
}

/**
 * Rubin's rules: one answer from the analyses of several completed data sets.
 *
 * Total variance is `W + (1 + 1/m) B`; degrees of freedom are Barnard and Rubin's, which never exceed those of complete data.
 *
 * @param estimates one per imputation, on a scale where they are about normal (log for ratios)
 * @param variances their squared standard errors, in the same order
 * @param completeDf degrees of freedom that complete data would have had; Infinity for large samples
 * @param level confidence level between 0 and 1
 * @refuses incomplete/too-few-imputations below two; invalid/estimates, variances, degrees-of-freedom
 * @throws RangeError when the two differ in length or the level is not between 0 and 1
 * @source rubin-1987, barnard-rubin-1999
 */
export function rubin(
  estimates: readonly number[],
  variances: readonly number[],
  completeDf = Infinity,
  level = 0.95,
): Result<RubinPooled> {
  const tail = tailOf(level);
  const m = estimates.length;
  if (variances.length !== m) throw new RangeError(`${m} estimates, ${variances.length} variances`);
  if (m < 2) return refuse("incomplete", "too-few-imputations");
  if (!estimates.every(Number.isFinite)) return refuse("invalid", "estimates");
  if (!variances.every((value) => value > 0 && value < Infinity)) return refuse("invalid", "variances");
  if (!(completeDf > 0)) return refuse("invalid", "degrees-of-freedom");
  const estimate = estimates.reduce((sum, value) => sum + value / m, 0);
  const within = variances.reduce((sum, value) => sum + value / m, 0);
  const between = estimates.reduce((sum, value) => sum + (value - estimate) ** 2 / (m - 1), 0);
  const total = within + (1 + 1 / m) * between;
  const missingShare = ((1 + 1 / m) * between) / total;
  const df = degrees(m, missingShare, completeDf);
  const distribution = df === Infinity ? normal : studentT(df);
  const se = Math.sqrt(total);
  const reach = distribution.upperQuantile(tail) * se;
  const t = estimate / se;
  const p = Math.min(1, 2 * distribution.upper(Math.abs(t)));
  return ok({ estimate, se, df, t, p, ci: [estimate - reach, estimate + reach], within, between, missingShare });
}

function degrees(m: number, share: number, complete: number): number {
  const inverse = share ** 2 / (m - 1); // of the degrees of freedom between imputations
  if (complete === Infinity) return inverse < 1e-12 ? Infinity : 1 / inverse;
  const observed = ((complete + 1) / (complete + 3)) * complete * (1 - share);
  return 1 / (inverse + 1 / observed);
}
