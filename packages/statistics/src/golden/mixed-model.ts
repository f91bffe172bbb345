import { coefficientContrasts, contrasts } from "../longitudinal/contrast.ts";
import { linearMixedModel, type MixedData, type MixedFit } from "../longitudinal/linear-mixed-model.ts";
import { randomEffects } from "../longitudinal/random-effects.ts";
import { toRows } from "../numerics/matrix.ts";
import type { GroupLabel } from "../survival/follow-up.ts";
import { unwrap } from "./meta.ts";
import { type ModelTable, modelTable, responseColumn, subjectColumn } from "./model-table.ts";
import { designOf } from "./model-words.ts";
import type { GoldenAnswer, GoldenQuestion } from "./question.ts";
import { listOf } from "./survival-inputs.ts";

interface VarianceTable {
  readonly group: unknown;
  readonly var1: unknown;
  readonly var2: unknown;
}

/** Op `lmm`: the fixed effects are read from the names of the coefficients, the random ones from the table of variances. */
export function mixedModel(question: GoldenQuestion): GoldenAnswer {
  const table = modelTable(question);
  const shape = question.expected.varcomp as VarianceTable;
  const data = mixedData(question, table, shape);
  const reml = question.args.REML !== false;
  const fit = unwrap(linearMixedModel(data, { criterion: reml ? "REML" : "ML", correlated: isCorrelated(shape) }));
  const tests = unwrap(contrasts(fit, coefficientContrasts(fit), "satterthwaite"));
  return {
    coef_names: fit.fixed.map(({ name }) => name),
    coef: fit.fixed.map(({ estimate }) => estimate),
    se: fit.fixed.map(({ se }) => se),
    t: tests.map(({ t }) => t),
    df_satterthwaite: tests.map(({ df }) => df),
    pval_satterthwaite: tests.map(({ p }) => p),
    vcov: toRows(fit.vcov),
    varcomp: { group: shape.group, var1: shape.var1, var2: shape.var2, ...components(fit, shape) },
    sigma2: fit.residualVariance,
    logLik: fit.logLik,
    criterion: fit.criterion,
    n: fit.n,
    ...(question.expected.df_kr !== undefined && kenwardRoger(fit)),
    ranef: modes(question, data, fit),
  };
}

function mixedData(question: GoldenQuestion, table: ModelTable, { var1, group }: VarianceTable): MixedData {
  const { fixed, sources } = designOf(question, table);
  const subject = subjectColumn(question, table);
  const groups = listOf<string>(group);
  const names = [...new Set(listOf<string | null>(var1).filter((_, i) => groups[i] !== "Residual"))] as string[];
  const ones = new Float64Array(table.rows).fill(1);
  const column = (name: string) => (name === "(Intercept)" ? ones : Float64Array.from(table.columns[name] as readonly number[]));
  return {
    y: responseColumn(table, new Set([subject, ...sources])),
    fixed,
    subject: table.columns[subject] as readonly GroupLabel[],
    random: Object.fromEntries(names.map((name) => [name, column(name)])),
  };
}

const isCorrelated = ({ var2 }: VarianceTable): boolean => listOf<string | null>(var2).some((name) => name !== null);

function components(fit: MixedFit, { group, var1, var2 }: VarianceTable): { vcov: number[]; sdcor: (number | undefined)[] } {
  const first = listOf<string | null>(var1);
  const second = listOf<string | null>(var2);
  const at = (name: string | null | undefined) => fit.randomNames.indexOf(String(name));
  const g = fit.randomCovariance;
  const lines = listOf<string>(group).map((label, i): [number, number | undefined] => {
    if (label === "Residual") return [fit.residualVariance, Math.sqrt(fit.residualVariance)];
    const [a, b] = [at(first[i]), at(second[i] ?? first[i])];
    const value = g[a]![b]!;
    if (a === b) return [value, Math.sqrt(value)];
    const nothing = 1e-14 * fit.residualVariance; // a variance of 0 has no correlation
    return [value, Math.min(g[a]![a]!, g[b]![b]!) > nothing ? value / Math.sqrt(g[a]![a]! * g[b]![b]!) : undefined];
  });
  return { vcov: lines.map(([value]) => value), sdcor: lines.map(([, value]) => value) };
}

function kenwardRoger(fit: MixedFit): GoldenAnswer {
  const tests = unwrap(contrasts(fit, coefficientContrasts(fit), "kenward-roger"));
  return { se_kr: tests.map(({ se }) => se), df_kr: tests.map(({ df }) => df) };
}

function modes({ expected }: GoldenQuestion, data: MixedData, fit: MixedFit): GoldenAnswer {
  const bySubject = new Map(randomEffects(data, fit).map(({ subject, effects }) => [String(subject), Array.from(effects)]));
  const group = listOf<string>((expected.ranef as { group?: unknown } | undefined)?.group);
  return { group, names: fit.randomNames, values: group.map((label) => bySubject.get(label)) };
}
