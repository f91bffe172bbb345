import {
  CHANGE_MEASURES,
  type ChangeMeasure,
  CORRELATION_MEASURES,
  type CorrelationMeasure,
  changeContrast,
  changeEffect,
  correlationEffect,
  type Effect,
  effectInterval,
  MEAN_MEASURES,
  type MeanMeasure,
  meanEffect,
  PROPORTION_MEASURES,
  type ProportionMeasure,
  proportionEffects,
  RATE_MEASURES,
  type RateMeasure,
  rateEffect,
  singleMean,
  TABLE_MEASURES,
  type Table,
  type TableMeasure,
  tableEffects,
  type ZeroRule,
} from "../effect-sizes/index.ts";
import { type Columns, columnsFor, rowsOf } from "./columns.ts";
import { unwrap } from "./meta.ts";
import type { GoldenCase, GoldenFile, Operations } from "./operation.ts";

type Effects = readonly (Partial<Effect> | undefined)[];
type Compute = (measure: string, testCase: GoldenCase, file: GoldenFile) => Effects;

const names = (measures: readonly string[]) => (measure: string) => measures.includes(measure);

/** Two groups' counts, with non-events given or to be had from the group sizes. */
export function tablesOf(testCase: GoldenCase, file: GoldenFile): Table[] {
  const columns = columnsFor(testCase, file, [
    ["ai", "bi", "ci", "di"],
    ["ai", "n1i", "ci", "n2i"],
    ["tpos", "tneg", "cpos", "cneg"],
  ]);
  return rowsOf(columns).map((row) => ({
    ai: row.ai ?? row.tpos!,
    bi: row.bi ?? row.tneg ?? row.n1i! - row.ai!,
    ci: row.ci ?? row.cpos!,
    di: row.di ?? row.cneg ?? row.n2i! - row.ci!,
  }));
}

const ruleOf = ({ args }: GoldenCase): ZeroRule => ({
  add: Number(args.add ?? 0.5),
  to: (args.to ?? "only0") as ZeroRule["to"],
  drop00: args.drop00 === true,
});

const fromTables: Compute = (measure, testCase, file) =>
  unwrap(tableEffects(measure as TableMeasure, tablesOf(testCase, file), ruleOf(testCase)));

const fromProportions: Compute = (measure, testCase, file) => {
  const columns = columnsFor(testCase, file, [
    ["xi", "ni"],
    ["ci", "n2i"],
  ]);
  const counts = rowsOf(columns).map((row) => ({ xi: row.xi ?? row.ci!, ni: row.ni ?? row.n2i! }));
  return unwrap(proportionEffects(measure as ProportionMeasure, counts, ruleOf(testCase)));
};

const MEANS: Columns = ["m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"];

const fromMeans: Compute = (measure, testCase, file) =>
  rowsOf(columnsFor(testCase, file, [MEANS])).map((row) => {
    const groups = { m1: row.m1i!, sd1: row.sd1i!, n1: row.n1i!, m2: row.m2i!, sd2: row.sd2i!, n2: row.n2i! };
    if (measure === "MN" || measure === "MNLN") return unwrap(singleMean(measure, groups.m1, groups.sd1, groups.n1));
    const { vtype, correct, pooled_sd: pooledSd } = testCase.args;
    return unwrap(
      meanEffect(measure as MeanMeasure, groups, {
        variance: vtype === "UB" ? "UB" : "LS",
        correct: correct !== false,
        pooledSd: pooledSd === true,
      }),
    );
  });

const PRE_POST: Columns = ["m_pre", "m_post", "sd_pre", "sd_post", "ni", "ri"];

const prePost = (row: Readonly<Record<string, number>>) => ({
  mPre: row.m_pre!,
  mPost: row.m_post!,
  sdPre: row.sd_pre!,
  sdPost: row.sd_post!,
  n: row.ni!,
  r: row.ri!,
});

const fromChanges: Compute = (measure, testCase, file) =>
  rowsOf(columnsFor(testCase, file, [PRE_POST])).map((row) => unwrap(changeEffect(measure as ChangeMeasure, prePost(row))));

/** Both arms' changes compared: the file's tables are the treated and the control group. */
const fromChangeContrast: Compute = (measure, _testCase, file) => {
  const tables = file.dataset as Readonly<Record<string, { columns: Readonly<Record<string, readonly unknown[]>> }>>;
  const arms = [tables.treated!, tables.control!].map(({ columns }) => rowsOf(columns).map(prePost));
  return arms[0]!.map((treated, i) => {
    const control = arms[1]![i]!;
    if (measure === "dppc2") return unwrap(changeContrast(treated, control));
    return { yi: unwrap(changeEffect("SMCR", treated)).yi - unwrap(changeEffect("SMCR", control)).yi };
  });
};

const fromRates: Compute = (measure, testCase, file) =>
  rowsOf(columnsFor(testCase, file, [["x1i", "t1i", "x2i", "t2i"]])).map((row) =>
    unwrap(rateEffect(measure as RateMeasure, { x1: row.x1i!, t1: row.t1i!, x2: row.x2i!, t2: row.t2i! })),
  );

const fromCorrelations: Compute = (measure, testCase, file) => {
  const rows = rowsOf(columnsFor(testCase, file, [["ri", "ni"]]));
  const chosen = Array.isArray(testCase.args.rows) ? (testCase.args.rows as number[]).map((row) => rows[row - 1]!) : rows;
  return chosen.map((row) => {
    const effect = correlationEffect(measure as CorrelationMeasure, row.ri!, row.ni!);
    return effect.ok ? effect.value : undefined;
  });
};

const FAMILIES: readonly (readonly [(measure: string) => boolean, Compute])[] = [
  [names(TABLE_MEASURES), fromTables],
  [names(PROPORTION_MEASURES), fromProportions],
  [names([...MEAN_MEASURES, "MN", "MNLN"]), fromMeans],
  [names(CHANGE_MEASURES), fromChanges],
  [names(["SMCR difference", "dppc2"]), fromChangeContrast],
  [names(RATE_MEASURES), fromRates],
  [names(CORRELATION_MEASURES), fromCorrelations],
];

function effectFields(testCase: GoldenCase, file: GoldenFile): Record<string, unknown> {
  const measure = String(testCase.args.measure);
  const family = FAMILIES.find(([has]) => has(measure));
  if (!family) throw new Error(`unknown measure ${measure}`);
  const factor = Number(testCase.args.scale ?? 1);
  const effects = family[1](measure, testCase, file).map(
    (effect) => effect && { yi: effect.yi! * factor, vi: (effect.vi ?? Number.NaN) * factor ** 2 },
  );
  const interval = effects.map((effect) => effect && effectInterval(effect));
  return {
    yi: effects.map((effect) => effect?.yi),
    vi: effects.map((effect) => effect?.vi),
    ci_lb: interval.map((ci) => ci?.[0]),
    ci_ub: interval.map((ci) => ci?.[1]),
  };
}

/** Effect sizes of single studies. */
export const effectSizeOperations: Operations = { effect_size: effectFields };
