import type { Pooled, SubgroupAnalysis } from "../schema.ts";
import { isRatio } from "./natural-scale.ts";
import { column, comment, quoted, rma } from "./r-words.ts";

/**
 * The groups of a pool again in R: each group alone, and the test for a difference where there is one. Nothing for the modified rule,
 * of which metafor knows no single call.
 */
export const subgroupLines = (answer: Pooled): string[] =>
  answer.ciMethod === "mhksj" ? [] : answer.subgroups.flatMap((analysis) => analysisLines(answer, analysis));

function analysisLines({ studies, measure, tau2Method, ciMethod }: Pooled, { by, groups, test }: SubgroupAnalysis): string[] {
  const pooled = groups.flatMap(({ pooled: pool, ...group }) => (pool === null ? [] : [{ ...group, pool }]));
  if (pooled.length === 0) return [];
  const kind = ciMethod === "hksj" ? "knha" : "z";
  const natural = isRatio(measure) ? "exp" : "as.numeric";
  const nameOf = (id: string) => groups.find((group) => group.studies.includes(id))!.name;
  return [
    "",
    comment(`By ${by}, looked at after the fact: each group of two studies or more alone.`),
    `dat$${by} <- ${column(studies.map(({ id }) => quoted(nameOf(id))))}`,
    ...pooled.flatMap(({ name, says, pool }) => [
      `group <- ${rma(tau2Method, kind, { data: `dat[dat$${by} == ${quoted(name)}, ]` })}`,
      `agree(${quoted(says)}, ${natural}(c(group$beta[1], group$ci.lb, group$ci.ub)), ${column([pool.estimate, ...pool.ci])})`,
    ]),
    ...("refused" in test ? [] : [`agree("difference between them", ${rma(tau2Method, kind, { mods: by })}$QM, ${test.statistic})`]),
  ];
}
