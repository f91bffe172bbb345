import { normal } from "../distributions/normal.ts";
import { fisherExact } from "../sites/fisher-exact.ts";
import { proportionDifference, proportionTest } from "../sites/proportion-difference.ts";
import { type ProportionMethod, proportionInterval, wilsonLimits } from "../sites/proportion-interval.ts";
import { oneSampleT, pairedT, summarise, type TTest, twoSampleT } from "../sites/t-test.ts";
import { mentions } from "./grouping.ts";
import { unwrap } from "./meta.ts";
import { levelsIn } from "./model-table.ts";
import type { GoldenAnswer, GoldenQuestion } from "./question.ts";
import { columnOf, datasetColumns } from "./survival-inputs.ts";

const levelOf = (args: GoldenQuestion["args"]): number => Number(args.level ?? 95) / 100;

/** Op `proportion_ci`. */
export function proportionCi({ args }: GoldenQuestion): GoldenAnswer {
  const x = Number(args.x);
  const n = Number(args.n);
  const level = levelOf(args);
  const limits = (method: ProportionMethod) => unwrap(proportionInterval(x, n, method, level)).ci;
  // the reference shrinks the continuity correction to the distance from n/2, its default null value
  const correction = Math.min(0.5, Math.abs(x - n / 2));
  return {
    p: x / n,
    wald: limits("wald"),
    wilson: limits("wilson"),
    wilson_cc: wilsonLimits(x, n, normal.upperQuantile((1 - level) / 2), correction),
    clopper_pearson: limits("clopper-pearson"),
    agresti_coull: limits("agresti-coull"),
    jeffreys: limits("jeffreys"),
  };
}

/** Op `proportion_diff_ci`. */
export function proportionDiffCi({ args }: GoldenQuestion): GoldenAnswer {
  const counts = { a: Number(args.a), m: Number(args.m), b: Number(args.b), n: Number(args.n) };
  const level = levelOf(args);
  const newcombe = unwrap(proportionDifference(counts, "newcombe", level));
  const fisher = fisherExact(counts);
  const chisq = (continuity: boolean) => {
    const test = proportionTest(counts, continuity);
    return test.ok ? test.value.p : null;
  };
  return {
    diff: newcombe.estimate,
    wald: unwrap(proportionDifference(counts, "wald", level)).ci,
    newcombe: newcombe.ci,
    agresti_caffo: unwrap(proportionDifference(counts, "agresti-caffo", level)).ci,
    fisher_p: fisher.ok ? fisher.value.p : 1, // a table that could not have come out otherwise
    fisher_conditional_mle_or: fisher.ok ? fisher.value.oddsRatio : 0,
    chisq_p: chisq(false),
    chisq_cc_p: chisq(true),
  };
}

/** Op `t_test`: which test is in the words of the case; the groups are the columns of the data set, those named in the words first. */
export function tTest(question: GoldenQuestion): GoldenAnswer {
  const words = question.call.toLowerCase();
  const [first, second] = samplesOf(question);
  if (!second || /one[- ]sample/.test(words)) return fields(unwrap(oneSampleT(first!)), [unwrap(summarise(first!)).mean]);
  if (words.includes("paired")) {
    const test = unwrap(pairedT(first!, second));
    return fields(test, [test.estimate]);
  }
  const groups = [unwrap(summarise(first!)), unwrap(summarise(second))] as const;
  const pooled = /pooled|equal[- ]var|equal variances/.test(words) && !/unequal/.test(words);
  return fields(
    unwrap(twoSampleT(...groups, pooled ? "equal" : "unequal")),
    groups.map(({ mean }) => mean),
  );
}

/** One sample per column, or per label of the one column of words beside a column of numbers. */
function samplesOf(question: GoldenQuestion): Float64Array[] {
  const columns = Object.entries(datasetColumns(question));
  const isNumeric = (column: readonly unknown[]) => column.every((value) => value === null || typeof value === "number");
  const named = (name: string) => Number(mentions(question.call, name));
  const numeric = columns.filter(([, column]) => isNumeric(column)).toSorted((a, b) => named(b[0]) - named(a[0]));
  const labels = columns.find(([, column]) => !isNumeric(column) && levelsIn(column) === 2)?.[1];
  const values = numeric.map(([, column]) => column);
  if (values.length !== 1 || !labels) return values.map((column) => columnOf(column.filter((value) => value !== null)));
  return [...new Set(labels)].toSorted().map((label) => columnOf(values[0]!.filter((value, i) => labels[i] === label && value !== null)));
}

const fields = ({ t, df, p, ci, se }: TTest, estimate: readonly number[]): GoldenAnswer => ({ stat: t, df, pval: p, estimate, ci, se });
