import type { Result } from "@calcar/vocabulary";
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
  type MeanOptions,
  meanEffect,
  PROPORTION_MEASURES,
  type ProportionMeasure,
  proportionEffects,
  RATE_MEASURES,
  type RateMeasure,
  rateEffect,
  singleMean,
  TABLE_MEASURES,
  type TableMeasure,
  tableEffects,
  type ZeroRule,
} from "../effect-sizes/index.ts";
import { type Columns, columnsFor, overComplete, type Row, rowsOf, wholeRow } from "./columns.ts";
import { armsOf, countsOf, ratesOf, tablesOf } from "./counts.ts";
import { unwrap } from "./meta.ts";
import type { GoldenCase, GoldenFile, Operations } from "./operation.ts";

type Effects = readonly (Partial<Effect> | undefined)[];
type Compute = (measure: string, testCase: GoldenCase, file: GoldenFile) => Effects;

const names = (measures: readonly string[]) => (measure: string) => measures.includes(measure);

const ruleOf = ({ args }: GoldenCase): ZeroRule => ({
  add: Number(args.add ?? 0.5),
  to: (args.to ?? "only0") as ZeroRule["to"],
  drop00: args.drop00 === true,
});

const fromTables: Compute = (measure, testCase, file) =>
  overComplete(tablesOf(testCase, file), (tables) => unwrap(tableEffects(measure as TableMeasure, tables, ruleOf(testCase))));

const fromProportions: Compute = (measure, testCase, file) =>
  overComplete(countsOf(testCase, file), (counts) => unwrap(proportionEffects(measure as ProportionMeasure, counts, ruleOf(testCase))));

/** The effect of a row, `undefined` where the row lacks a value or has no such effect. */
const perRow = (rows: readonly Row[], columns: Columns, effectOf: (row: Row) => Result<Partial<Effect>>): Effects =>
  rows.map((row) => {
    const effect = wholeRow(row, columns) && effectOf(row);
    return effect?.ok ? effect.value : undefined;
  });

const MEANS: Columns = ["m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"];

const fromMeans: Compute = (measure, testCase, file) => {
  const { vtype, correct, pooled_sd: pooledSd } = testCase.args;
  const options: MeanOptions = { variance: vtype === "UB" ? "UB" : "LS", correct: correct !== false, pooledSd: pooledSd === true };
  return perRow(rowsOf(columnsFor(testCase, file, [MEANS])), MEANS, (row) =>
    meanEffect(measure as MeanMeasure, { m1: row.m1i!, sd1: row.sd1i!, n1: row.n1i!, m2: row.m2i!, sd2: row.sd2i!, n2: row.n2i! }, options),
  );
};

/** Levels of one group: its own columns, or the first group's. */
const fromSingleMeans: Compute = (measure, testCase, file) => {
  const choices: Columns[] = [
    ["mi", "sdi", "ni"],
    ["m1i", "sd1i", "n1i"],
  ];
  const table = columnsFor(testCase, file, choices);
  const names = choices.find((choice) => choice.every((name) => Array.isArray(table[name])))!;
  return perRow(rowsOf(table), names, (row) => singleMean(measure as "MN" | "MNLN", row[names[0]!]!, row[names[1]!]!, row[names[2]!]!));
};

const PRE_POST: Columns = ["m_pre", "m_post", "sd_pre", "sd_post", "ni", "ri"];

const prePost = (row: Row) => ({
  mPre: row.m_pre!,
  mPost: row.m_post!,
  sdPre: row.sd_pre!,
  sdPost: row.sd_post!,
  n: row.ni!,
  r: row.ri!,
});

const fromChanges: Compute = (measure, testCase, file) =>
  perRow(rowsOf(columnsFor(testCase, file, [PRE_POST])), PRE_POST, (row) => changeEffect(measure as ChangeMeasure, prePost(row)));

/** Both arms' changes compared. */
const fromChangeContrast: Compute = (measure, _testCase, file) => {
  const [first, second] = armsOf(file, PRE_POST).map((arm) => arm.map(prePost));
  if (!first || !second) throw new Error(`${file.id} has no two arms with ${PRE_POST.join(", ")}`);
  return first.map((treated, i) => {
    const control = second[i]!;
    if (measure === "dppc2") return unwrap(changeContrast(treated, control));
    return { yi: unwrap(changeEffect("SMCR", treated)).yi - unwrap(changeEffect("SMCR", control)).yi };
  });
};

const fromRates: Compute = (measure, testCase, file) =>
  ratesOf(testCase, file).map((rates) => rates && unwrap(rateEffect(measure as RateMeasure, rates, Number(testCase.args.add ?? 0))));

const fromCorrelations: Compute = (measure, testCase, file) => {
  const rows = rowsOf(columnsFor(testCase, file, [["ri", "ni"]]));
  const chosen = Array.isArray(testCase.args.rows) ? (testCase.args.rows as number[]).map((row) => rows[row - 1]!) : rows;
  return perRow(chosen, ["ri", "ni"], (row) => correlationEffect(measure as CorrelationMeasure, row.ri!, row.ni!));
};

const FAMILIES: readonly (readonly [(measure: string) => boolean, Compute])[] = [
  [names(TABLE_MEASURES), fromTables],
  [names(PROPORTION_MEASURES), fromProportions],
  [names(MEAN_MEASURES), fromMeans],
  [names(["MN", "MNLN"]), fromSingleMeans],
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
  const interval = effects.map((effect) => (effect && Number.isFinite(effect.vi) ? effectInterval(effect) : undefined));
  return {
    yi: effects.map((effect) => effect?.yi),
    vi: effects.map((effect) => effect?.vi),
    ci_lb: interval.map((ci) => ci?.[0]),
    ci_ub: interval.map((ci) => ci?.[1]),
  };
}

/** Effect sizes of single studies. */
export const effectSizeOperations: Operations = { effect_size: effectFields };
