import { type Result, refuse } from "@calcar/vocabulary";
import { finiteAnswer } from "../numerics/finite.ts";
import { type Pooled, type PoolRequest, pool } from "./pool.ts";
import { type ModeratorTest, regress } from "./regress.ts";

/** The pool of one group alone, with a variance between studies of its own. */
export interface Subgroup extends Pooled {
  readonly group: string;
  /** Places in the input of its studies. */
  readonly places: readonly number[];
}

/** Whether the groups differ, with one residual variance between studies for all of them. */
export interface SubgroupDifference extends ModeratorTest {
  readonly tau2: number;
}

export interface Subgroups {
  /** In the order in which the input first names them. */
  readonly groups: readonly Subgroup[];
  /** Absent with one group, and where no degrees of freedom are left for it. */
  readonly difference?: SubgroupDifference;
}

/**
 * Subgroup analysis: each group of studies pooled alone, and the test for a difference between the groups.
 *
 * The test is the meta-regression of the effects on the groups, with one variance between studies common to all: groups of a few
 * studies cannot tell variances of their own apart. In the equal-effects model it is the classical split of Cochran's Q.
 *
 * A group of one study keeps the normal interval of that study, whatever was chosen. Whether a test of so few is worth anything is the
 * caller's to decide.
 *
 * @param request.group a name per study
 * @refuses invalid/lengths-differ when group is not as long as yi; not-applicable/beyond-range; as pool, for every group
 * @source borenstein-higgins-2013
 * @example subgroups({ yi: [0.4, 0.1, 0.9], vi: [0.04, 0.09, 0.05], group: ["a", "a", "b"], tau2: "EE", ci: "z" }) // a 0.3077, b 0.9
 */
export function subgroups(request: PoolRequest & { readonly group: readonly string[] }): Result<Subgroups> {
  const { group, yi, vi, ...choice } = request;
  if (group.length !== yi.length) return refuse("invalid", "lengths-differ");
  const groups: Subgroup[] = [];
  for (const [name, places] of placesOf(group)) {
    const part = { ...choice, yi: places.map((place) => yi[place]), vi: places.map((place) => vi[place]) };
    const pooled = pool(places.length === 1 ? { ...part, ci: "z" } : part);
    if (!pooled.ok) return pooled;
    groups.push({ ...pooled.value, group: name, places });
  }
  const difference = differenceOf(request);
  return finiteAnswer({ groups, ...(difference === undefined ? {} : { difference }) });
}

const placesOf = (group: readonly string[]): Map<string, number[]> =>
  Map.groupBy(
    group.map((_, place) => place),
    (place) => group[place]!,
  );

function differenceOf({ group, ...request }: Parameters<typeof subgroups>[0]): SubgroupDifference | undefined {
  const [, ...others] = new Set(group);
  if (others.length === 0) return undefined;
  const moderators = others.map((name) => group.map((one) => (one === name ? 1 : 0)));
  const model = regress({ ...request, moderators });
  if (!model.ok || model.value.moderatorTest === undefined) return undefined;
  return { ...model.value.moderatorTest, tau2: model.value.tau2 };
}
