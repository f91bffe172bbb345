import { ok, type Result } from "@calcar/vocabulary";
import { normal } from "../distributions/normal.ts";
import { type Effect, finiteEffect } from "./effect.ts";
import { adjustTables, type Table, type ZeroRule } from "./tables.ts";
import { tetrachoric } from "./tetrachoric.ts";

const inverseCells = ({ ai, bi, ci, di }: Table): number => 1 / ai + 1 / bi + 1 / ci + 1 / di;

const risks = ({ ai, bi, ci, di }: Table) => ({ n1: ai + bi, n2: ci + di, p1: ai / (ai + bi), p2: ci / (ci + di) });

function logRiskRatio(table: Table): Effect {
  const { n1, n2, p1, p2 } = risks(table);
  return { yi: Math.log(p1 / p2), vi: 1 / table.ai - 1 / n1 + 1 / table.ci - 1 / n2 };
}

const logOddsRatio = (table: Table): Effect => ({ yi: Math.log((table.ai * table.di) / (table.bi * table.ci)), vi: inverseCells(table) });

function riskDifference(table: Table): Effect {
  const { n1, n2, p1, p2 } = risks(table);
  return { yi: p1 - p2, vi: (p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2 };
}

/** @source rucker-2009 */
function arcsineDifference(table: Table): Effect {
  const { n1, n2, p1, p2 } = risks(table);
  return { yi: Math.asin(Math.sqrt(p1)) - Math.asin(Math.sqrt(p2)), vi: 1 / (4 * n1) + 1 / (4 * n2) };
}

/** @source yusuf-1985 */
function peto(table: Table): Effect {
  const { observedLessExpected, variance } = hypergeometricMoments(table);
  return { yi: observedLessExpected / variance, vi: 1 / variance };
}

/** Events of the first group less their expectation, and their variance, with all margins fixed. */
export function hypergeometricMoments({ ai, bi, ci, di }: Table): { observedLessExpected: number; variance: number } {
  const n1 = ai + bi;
  const n2 = ci + di;
  const n = n1 + n2;
  return { observedLessExpected: ai - ((ai + ci) * n1) / n, variance: n > 1 ? ((ai + ci) * (bi + di) * (n1 / n) * (n2 / n)) / (n - 1) : 0 };
}

/** Phi coefficient with its large-sample variance. @source bishop-fienberg-holland-1975 */
function phiCoefficient({ ai, bi, ci, di }: Table): Effect {
  const n = ai + bi + ci + di;
  const [row1, row2, column1, column2] = [(ai + bi) / n, (ci + di) / n, (ai + ci) / n, (bi + di) / n];
  const phi = (ai * di - bi * ci) / (n * n) / Math.sqrt(row1 * row2 * column1 * column2);
  const skewness = ((row1 - row2) * (column1 - column2)) / Math.sqrt(row1 * row2 * column1 * column2);
  const imbalance = (row1 - row2) ** 2 / (row1 * row2) + (column1 - column2) ** 2 / (column1 * column2);
  return { yi: phi, vi: (1 - phi * phi + phi * (1 + (phi * phi) / 2) * skewness - 0.75 * phi * phi * imbalance) / n };
}

/** Yule's coefficients from the odds ratio (Q) or its root (Y). @source yule-1912 */
function yule(table: Table, power: 1 | 0.5): Effect {
  const odds = ((table.ai * table.di) / (table.bi * table.ci)) ** power;
  const yi = (odds - 1) / (odds + 1);
  return { yi, vi: (power * power * (1 - yi * yi) ** 2 * inverseCells(table)) / 4 };
}

const scaled = ({ yi, vi }: Effect, factor: number): Effect => ({ yi: yi * factor, vi: vi * factor * factor });

function probitDifference(table: Table): Effect {
  const { n1, n2, p1, p2 } = risks(table);
  const z1 = normal.quantile(p1);
  const z2 = normal.quantile(p2);
  return { yi: z1 - z2, vi: (p1 * (1 - p1)) / (n1 * normal.density(z1) ** 2) + (p2 * (1 - p2)) / (n2 * normal.density(z2) ** 2) };
}

const hasEvents = ({ ai, bi, ci, di }: Table): boolean => ai > 0 && bi > 0 && ci > 0 && di > 0;

const NONE: Effect = { yi: Number.NaN, vi: Number.NaN };

const MEASURES = {
  RR: logRiskRatio,
  OR: logOddsRatio,
  RD: riskDifference,
  AS: arcsineDifference,
  PETO: peto,
  PHI: phiCoefficient,
  YUQ: (table: Table) => yule(table, 1),
  YUY: (table: Table) => yule(table, 0.5),
  OR2D: (table: Table) => scaled(logOddsRatio(table), Math.sqrt(3) / Math.PI),
  OR2DN: (table: Table) => scaled(logOddsRatio(table), 1 / 1.65),
  PBIT: (table: Table) => (hasEvents(table) ? probitDifference(table) : NONE),
  RTET: (table: Table) => (hasEvents(table) ? tetrachoric(table) : NONE),
} as const;

/** Effects from two groups' counts; ratios are on the log scale. */
export type TableMeasure = keyof typeof MEASURES;

export const TABLE_MEASURES = Object.keys(MEASURES) as readonly TableMeasure[];

/** Measures that exist with empty cells: nothing is added to them. */
const NOTHING_ADDED: readonly TableMeasure[] = ["AS", "PHI", "RTET"];

/**
 * Effects of 2x2 tables: log risk ratio (RR), log odds ratio (OR), risk difference (RD), arcsine difference (AS), Peto's
 * log odds ratio (PETO), phi (PHI), Yule's Q and Y (YUQ, YUY), standardised mean difference from the odds ratio under a
 * logistic (OR2D) or normal (OR2DN) outcome, probit difference (PBIT), tetrachoric correlation (RTET).
 *
 * @param rule what is added to cells when there is a zero; AS, PHI and RTET never take an addition
 * @returns one entry per table; `undefined` where the table has no finite effect or was dropped as double-zero
 * @refuses invalid/not-finite; invalid/negative-count
 * @source yusuf-1985, rucker-2009, chinn-2000, pearson-1900a
 */
export function tableEffects(measure: TableMeasure, tables: readonly Table[], rule: ZeroRule): Result<readonly (Effect | undefined)[]> {
  const adjusted = adjustTables(tables, rule);
  if (!adjusted.ok) return adjusted;
  const effects = adjusted.value.map(({ raw, adjusted: table, dropped }) => {
    if (dropped) return undefined;
    const effect = finiteEffect(MEASURES[measure](NOTHING_ADDED.includes(measure) ? raw : table));
    return effect.ok ? effect.value : undefined;
  });
  return ok(effects);
}
