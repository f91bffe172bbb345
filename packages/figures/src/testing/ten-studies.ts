import type { Pooled } from "@calcar/evidence";
import { pooledOf } from "@calcar/evidence/testing";

/**
 * An invented pool for figures that need more studies than any question has: the first study of PS3 over and over, each a little
 * further off and less precise. Its pooled numbers are those of PS3.
 */
export function tenStudies(k = 10): Pooled {
  const pooled = pooledOf("PS3");
  const study = pooled.studies[0]!;
  const studies = Array.from({ length: k }, (_, i) => {
    const [yi, vi] = [-0.4 + 0.08 * i, 0.02 + 0.03 * i];
    const reach = 1.959963984540054 * Math.sqrt(vi);
    const ci: [number, number] = [Math.exp(yi - reach), Math.exp(yi + reach)];
    return { ...study, id: `study-${i}`, label: `Study ${i}`, year: 2000 + i, yi, vi, estimate: Math.exp(yi), ci, weight: 100 / k };
  });
  const leaveOneOut = studies.map(({ id }) => ({ ...pooled.leaveOneOut[0]!, without: id }));
  const half = Math.ceil(k / 2);
  const group = (says: string, members: typeof studies) => ({
    name: says,
    says,
    studies: members.map(({ id }) => id),
    k: members.length,
    n: 100 * members.length,
    pooled: { estimate: 0.8, ci: [0.6, 1.07] as [number, number], p: 0.13, tau2: 0.05, i2: 30 },
  });
  const groups = [group("before collapse", studies.slice(0, half)), group("after collapse", studies.slice(half))];
  const test = { statistic: 1.6, df: 1, dfDenominator: null, p: 0.21, tau2: 0.1 };
  return { ...pooled, subgroups: [{ by: "phase", groups, test }], k, studies, leaveOneOut, smallStudy: { test: "Egger", z: 1.2, p: 0.23 } };
}
