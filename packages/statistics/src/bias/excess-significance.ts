import { type Result, refuse } from "@calcar/vocabulary";
import { normal } from "../distributions/normal.ts";
import { cleanStudies, type StudyInput } from "../meta/studies.ts";
import { fitAt } from "../meta/weighted-fit.ts";
import { finiteAnswer } from "../numerics/finite.ts";

export interface ExcessSignificance {
  /** Studies significant at two-sided alpha. */
  readonly observed: number;
  /** Sum of the studies' power at the common effect. */
  readonly expected: number;
  readonly chiSquare: number;
  /** One-sided: small when more are significant than power allows. */
  readonly p: number;
}

/**
 * Test of excess significance.
 *
 * @param request.alpha two-sided significance level of single studies, 0.05 unless given
 * @refuses not-applicable/beyond-range; as cleanStudies; invalid/alpha; not-applicable/zero-variance;
 *   not-applicable/no-variation-in-power when every study's power is 0 or 1 within rounding
 * @source ioannidis-trikalinos-2007
 */
export function excessSignificance(request: Omit<StudyInput, "moderators"> & { readonly alpha?: number }): Result<ExcessSignificance> {
  const alpha = request.alpha ?? 0.05;
  if (!(alpha > 0 && alpha < 1)) return refuse("invalid", "alpha");
  const clean = cleanStudies(request);
  if (!clean.ok) return clean;
  const { studies } = clean.value;
  const fit = fitAt(studies, 0);
  if (!fit) return refuse("not-applicable", "zero-variance");
  const critical = normal.upperQuantile(alpha / 2);
  let observed = 0;
  let expected = 0;
  studies.y.forEach((y, i) => {
    const se = Math.sqrt(studies.v[i]!);
    if (Math.abs(y / se) >= critical) observed++;
    const shift = fit.beta[0]! / se;
    expected += normal.upper(critical - shift) + normal.lower(-critical - shift);
  });
  const k = studies.y.length;
  const chiSquare = (observed - expected) ** 2 / expected + (observed - expected) ** 2 / (k - expected);
  if (!Number.isFinite(chiSquare)) return refuse("not-applicable", "no-variation-in-power");
  return finiteAnswer({ observed, expected, chiSquare, p: normal.upper(Math.sign(observed - expected) * Math.sqrt(chiSquare)) });
}
