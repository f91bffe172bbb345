import { type MantelHaenszelMeasure, mantelHaenszel, mantelHaenszelRates, peto, type TablePooled } from "../rare/index.ts";
import { completeRates, completeTables } from "./counts.ts";
import { unwrap } from "./meta.ts";
import type { GoldenCase, GoldenFile, Operations } from "./operation.ts";

const levelOf = ({ args }: GoldenCase): number => Number(args.level ?? 95) / 100;

const pooledFields = (pooled: TablePooled): Record<string, unknown> => ({
  estimate: pooled.estimate,
  se: pooled.se,
  stat: pooled.stat,
  pval: pooled.p,
  ci_lb: pooled.ci[0],
  ci_ub: pooled.ci[1],
  QE: pooled.q?.q,
  QE_p: pooled.q?.p,
  I2: pooled.i2,
  k: pooled.k,
});

function mantelHaenszelFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const measure = testCase.args.measure as MantelHaenszelMeasure;
  const pooled = unwrap(
    mantelHaenszel({ measure, tables: completeTables(testCase, file), level: levelOf(testCase), correct: testCase.args.correct !== false }),
  );
  const { cmh, cochran, tarone } = pooled;
  return {
    ...pooledFields(pooled),
    CMH: cmh?.statistic,
    CMH_p: cmh?.p,
    tarone: tarone?.statistic,
    tarone_p: tarone?.p,
    cochran: cochran?.statistic,
    cochran_p: cochran?.p,
  };
}

function ratesFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const strata = completeRates(testCase, file);
  const pooled = unwrap(
    mantelHaenszelRates({
      measure: testCase.args.measure as "IRR" | "IRD",
      strata,
      level: levelOf(testCase),
      correct: testCase.args.correct === true,
    }),
  );
  return { ...pooledFields(pooled), MH: pooled.mh?.statistic };
}

/** Pooling of counts. */
export const rareOperations: Operations = {
  mantel_haenszel: mantelHaenszelFields,
  mantel_haenszel_rates: ratesFields,
  peto: (testCase, file) => pooledFields(unwrap(peto({ tables: completeTables(testCase, file), level: levelOf(testCase) }))),
};
