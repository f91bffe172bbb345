import { type Subgroup as PooledGroup, type SubgroupDifference, subgroups } from "@calcar/statistics";
import { SUBGROUP_COORDINATES, type SubgroupAnalysis, type SubgroupCoordinate } from "../schema.ts";
import { type NaturalScale, naturalScale } from "./natural-scale.ts";
import { PLACE_OF } from "./subgroup-coordinates.ts";
import type { Methods, WeighedRow } from "./synthesis.ts";

/** Below this many studies a test for a difference between groups finds too much or too little. @source cochrane-handbook-subgroups */
export const LEAST_FOR_SUBGROUP_TEST = 10;

type Group = SubgroupAnalysis["groups"][number];

interface Pool {
  readonly measure: Parameters<typeof naturalScale>[0];
  readonly methods: Methods;
  readonly sizeOf: (row: WeighedRow) => number; // hips or patients in both arms
}

/**
 * The studies of a pool by every coordinate in which they differ, each group pooled alone by the methods of the whole.
 *
 * A group of one study is not pooled. The test for a difference is made from ten studies on, and only where every group has two.
 *
 * @returns nothing for a coordinate on which all studies stand alike, or where statistics refuses to pool a group
 */
export const subgroupAnalyses = (rows: readonly WeighedRow[], pool: Pool): SubgroupAnalysis[] =>
  SUBGROUP_COORDINATES.flatMap((by) => analysisBy(by, rows, pool));

function analysisBy(by: SubgroupCoordinate, rows: readonly WeighedRow[], { measure, methods, sizeOf }: Pool): SubgroupAnalysis[] {
  const places = rows.map(PLACE_OF[by]);
  if (new Set(places.map(({ name }) => name)).size < 2) return [];
  const pooled = subgroups({
    yi: rows.map(({ yi }) => yi),
    vi: rows.map(({ vi }) => vi),
    group: places.map(({ name }) => name),
    tau2: methods.tau2 === "FE" ? "EE" : methods.tau2,
    ci: methods.ci,
  });
  if (!pooled.ok) return [];
  const scale = naturalScale(measure);
  const groups = pooled.value.groups.map((group) => {
    const members = group.places.map((place) => rows[place]!);
    return {
      ...places[group.places[0]!]!,
      studies: members.map(({ study }) => study.id),
      k: members.length,
      n: members.reduce((sum, row) => sum + sizeOf(row), 0),
      pooled: members.length === 1 ? null : shown(group, scale),
    };
  });
  return [{ by, groups, test: testOf(groups, pooled.value.difference) }];
}

const shown = ({ estimate, ci, p, tau2, i2 }: PooledGroup, { value, interval }: NaturalScale): NonNullable<Group["pooled"]> => ({
  estimate: value(estimate),
  ci: interval(ci),
  p,
  tau2,
  i2: i2 ?? 0,
});

/**
 * The test where it means something.
 *
 * @refuses within its answer, with every reason: not-applicable/single-study-group where a group is one study;
 *   not-applicable/too-few-studies below ten; not-applicable/no-test where nothing is left to measure a difference by
 */
function testOf(groups: readonly Group[], difference: SubgroupDifference | undefined): SubgroupAnalysis["test"] {
  const k = groups.reduce((sum, group) => sum + group.k, 0);
  const single = groups.filter((group) => group.k === 1).map(({ says }) => says);
  const few =
    k < LEAST_FOR_SUBGROUP_TEST
      ? `A test for a difference between groups needs ${LEAST_FOR_SUBGROUP_TEST} studies or more; here are ${k}.`
      : "";
  const lone = single.length > 0 ? `One study alone cannot stand for its group (${single.join("; ")}).` : "";
  if (few !== "" || lone !== "")
    return refused(lone === "" ? "too-few-studies" : "single-study-group", [few, lone].filter((reason) => reason !== "").join(" "));
  if (difference === undefined) return refused("no-test", "The test has no degrees of freedom, or no spread to measure a difference by.");
  const { statistic, df, dfDenominator = null, p, tau2 } = difference;
  return { statistic, df, dfDenominator, p, tau2 };
}

const refused = (code: string, reason: string) => ({ refused: { kind: "not-applicable", code, reason } });
