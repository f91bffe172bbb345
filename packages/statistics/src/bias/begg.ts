import { type Result, refuse } from "@calcar/vocabulary";
import { cleanStudies, type StudyInput } from "../meta/studies.ts";
import { fitAt } from "../meta/weighted-fit.ts";
import { type KendallTest, kendall } from "./kendall.ts";

/**
 * Begg and Mazumdar's rank correlation test for funnel-plot asymmetry: Kendall's tau of standardised effects and variances.
 *
 * @refuses as cleanStudies and kendall; incomplete/too-few-studies below three; not-applicable/infinite-weight when a variance is zero;
 *   not-applicable/all-tied when all effects or all variances are equal
 * @source begg-mazumdar-1994
 */
export function begg(request: Omit<StudyInput, "moderators">): Result<KendallTest> {
  const clean = cleanStudies(request);
  if (!clean.ok) return clean;
  const { studies } = clean.value;
  if (studies.y.length < 3) return refuse("incomplete", "too-few-studies");
  const fit = fitAt(studies, 0);
  if (!fit) return refuse("not-applicable", "infinite-weight");
  const ofMean = fit.covariance[0]![0]!;
  const deviates = Array.from(studies.y, (y, i) => (y - fit.beta[0]!) / Math.sqrt(studies.v[i]! - ofMean));
  return kendall(deviates, studies.v);
}
