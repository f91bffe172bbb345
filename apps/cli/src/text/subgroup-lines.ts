import { numberText, type Pooled, pText, type SubgroupAnalysis, type SubgroupCoordinate } from "@calcar/evidence";
import { table } from "./table.ts";
import { wrap } from "./wrap.ts";

/** What the groups are made by, as a reader says it. */
export const SUBGROUP_NAMES: Readonly<Record<SubgroupCoordinate, string>> = {
  product: "product",
  phase: "stage",
  route: "route",
  comparator: "comparison group",
  design: "design",
  disease: "disease",
  joint: "joint",
};

const FEW_STUDIES = 5;

type Group = SubgroupAnalysis["groups"][number];

/**
 * The studies of a pool in groups, each group with how many studies and hips or patients it stands on.
 *
 * @param value an effect as the rest of the text prints it
 * @returns nothing when the studies do not differ in `by`
 */
export function subgroupLines(pooled: Pooled, by: SubgroupCoordinate, value: (effect: number) => string): string[] {
  const analysis = pooled.subgroups.find((one) => one.by === by);
  if (analysis === undefined) return [];
  const { groups, test } = analysis;
  const row = ({ says, k, n, studies, pooled: effect }: Group): string[] => {
    const rests = [`  ${says}`, k === 1 ? "1 study" : `${k} studies`, `${n} ${pooled.counted}`];
    if (effect === null) return [...rests, `${studies[0]} alone, not pooled`, ""];
    const [low, high] = effect.ci;
    const range = `(${value(low)} to ${value(high)})`;
    return [...rests, `${pooled.measure} ${value(effect.estimate)} ${range}`, `I2 ${numberText(effect.i2, 0)}%`];
  };
  const tested =
    "refused" in test
      ? `No test for a difference between the groups: ${test.refused.reason}`
      : `Test for a difference between the groups: statistic ${numberText(test.statistic, 2)} on ${test.df} df${test.dfDenominator === null ? "" : ` and ${test.dfDenominator}`}, p ${pText(test.p)}.`;
  const isNarrow = pooled.ciMethod === "z" && groups.some(({ k }) => k > 1 && k < FEW_STUDIES);
  return [
    "",
    `By ${SUBGROUP_NAMES[by]}, looked at after the fact`,
    ...table(groups.map(row), [false, true, true, false, true]),
    wrap(tested),
    wrap(
      `The groups differ in more than this, and chance makes differences too: this can raise a question, and cannot answer one.${isNarrow ? " A normal interval around the pool of so few studies is too narrow." : ""}`,
    ),
  ];
}
