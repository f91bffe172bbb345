import { toRows } from "../numerics/matrix.ts";
import { type CumulativeIncidence, cumulativeIncidence } from "../survival/cumulative-incidence.ts";
import { fineGray } from "../survival/fine-gray.ts";
import { codeLabels, type GroupLabel, rowsOf, takeRows } from "../survival/follow-up.ts";
import { grayTest } from "../survival/gray-test.ts";
import { aalenVariance, jackknifeErrors } from "../survival/incidence-errors.ts";
import { lastAtMost } from "../survival/survival-reading.ts";
import { unwrap } from "./meta.ts";
import type { GoldenAnswer, GoldenQuestion } from "./question.ts";
import { columnOf, listOf } from "./survival-inputs.ts";

interface Asked {
  readonly time: Float64Array;
  readonly cause: Float64Array;
  readonly causes: readonly string[];
  readonly groups: readonly { readonly label: string; readonly rows: Uint32Array }[];
  readonly group: readonly GroupLabel[] | undefined;
}

/** Op `cuminc`: state probabilities with jackknife errors, or incidence with Aalen's variance and Gray's test. */
export function cuminc(question: GoldenQuestion): GoldenAnswer {
  const asked = readInput(question);
  const times = listOf<number>(question.args.times);
  return question.args.se === "Aalen" ? byCurve(asked, times) : byState(asked, times);
}

/** Causes are words with `censor` for none; the file's list of states gives their order. */
function readInput({ input = {}, expected, states: named }: GoldenQuestion): Asked {
  const words = (input.event as GroupLabel[]).map(String);
  const states = (expected.states ? listOf<string>(expected.states) : named).slice(1);
  const causes = states.length > 0 ? states : causesInOrder(words);
  const group = input.group as GroupLabel[] | undefined;
  const time = columnOf(input.time);
  const coded = codeLabels(group ?? words.map(() => "all"));
  const inOrder = groupNames(expected);
  const place = (label: string) => (inOrder.includes(label) ? inOrder.indexOf(label) : inOrder.length);
  return {
    time,
    cause: Float64Array.from(words, (word) => causes.indexOf(word) + 1),
    causes,
    groups: coded.labels
      .map((label, code) => ({ label: String(label), rows: rowsOf(coded, code) }))
      .toSorted((a, b) => place(a.label) - place(b.label)),
    group,
  };
}

/** The groups in the order in which the file names them: strata `group=F`, or curves `F 1`. */
function groupNames({ strata, curves }: GoldenQuestion["expected"]): string[] {
  const strataNames = listOf<string>(strata).map((name) => name.replace(/^[^=]*=/, "").trim());
  return [...new Set([...strataNames, ...listOf<string>(curves).map((name) => name.replace(/ \d+$/, ""))])];
}

/** Without a list of states: causes numbered by their names if numbered there, else in the order of the disease, then death. */
function causesInOrder(words: readonly string[]): string[] {
  const causes = [...new Set(words)].filter((word) => !["censor", "0"].includes(word)).sort();
  return causes.includes("death") ? [...causes.filter((word) => word !== "death"), "death"] : causes;
}

function curvesOf({ time, cause, causes, groups }: Asked): { label: string; curve: CumulativeIncidence }[] {
  return groups.map(({ label, rows }) => ({
    label,
    curve: unwrap(cumulativeIncidence({ time: takeRows(time, rows), cause: takeRows(cause, rows) }, causes.length)),
  }));
}

function byState(asked: Asked, times: readonly number[]): GoldenAnswer {
  const rows = curvesOf(asked).flatMap(({ label, curve }) => {
    const errors = jackknifeErrors(curve);
    return times.map((time) => {
      const at = lastAtMost(curve.time, time);
      const read = (column: Float64Array, start: number) => (at < 0 ? start : column[at]!);
      return {
        strata: asked.group ? `group=${label}` : "all",
        time,
        pstate: [read(curve.free, 1), ...curve.incidence.map((column) => read(column, 0))],
        se_ij: [read(errors.free, 0), ...errors.incidence.map((column) => read(column, 0))],
        n_risk_initial: curve.atRisk[lastAtMost(curve.time, time - 1e-9) + 1] ?? 0,
      };
    });
  });
  const column = <K extends keyof (typeof rows)[number]>(key: K) => rows.map((row) => row[key]);
  return {
    states: ["(s0)", ...asked.causes],
    strata: column("strata"),
    time: column("time"),
    pstate: column("pstate"),
    se_ij: column("se_ij"),
    n_risk_initial: column("n_risk_initial"),
  };
}

function byCurve(asked: Asked, times: readonly number[]): GoldenAnswer {
  const curves = curvesOf(asked);
  const lines = asked.causes.flatMap((_, c) =>
    curves.map(({ label, curve }) => {
      const variance = aalenVariance(curve)[c]!;
      const at = times.map((time) => (time <= curve.time.at(-1)! ? lastAtMost(curve.time, time) : undefined));
      const read = (column: Float64Array) => at.map((step) => (step === undefined ? null : (column[step] ?? 0)));
      return { name: `${asked.group ? label : 1} ${c + 1}`, est: read(curve.incidence[c]!), variance: read(variance) };
    }),
  );
  return {
    curves: lines.map(({ name }) => name),
    time: times,
    est: lines.map(({ est }) => est),
    var: lines.map(({ variance }) => variance),
    ...(asked.group && { gray: gray(asked, asked.group) }),
  };
}

function gray({ time, cause, causes }: Asked, group: readonly GroupLabel[]): GoldenAnswer {
  const tests = causes.map((_, c) => unwrap(grayTest({ time, cause, group }, c + 1)));
  return {
    cause: causes.map((_, c) => String(c + 1)),
    stat: tests.map(({ chisq }) => chisq),
    pval: tests.map(({ p }) => p),
    df: tests.map(({ df }) => df),
  };
}

/** Op `fine_gray`. */
export function fineGrayCase({ input = {}, args }: GoldenQuestion): GoldenAnswer {
  const covariates = Object.entries(input.X as Readonly<Record<string, unknown>>).map(([name, column]) => [name, columnOf(column)]);
  const fit = unwrap(
    fineGray(
      { time: columnOf(input.time), cause: columnOf(input.event_code), covariates: Object.fromEntries(covariates) },
      Number(args.failcode),
    ),
  );
  return {
    coef_names: fit.coefficients.map(({ name }) => name),
    coef: fit.coefficients.map(({ coef }) => coef),
    se: fit.coefficients.map(({ se }) => se),
    loglik: fit.logLik,
    loglik_null: fit.logLikNull,
    vcov: toRows(fit.vcov),
  };
}
