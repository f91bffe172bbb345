import {
  contrasts,
  cox,
  cumulativeIncidence,
  jackknifeErrors,
  kaplanMeier,
  linearMixedModel,
  logRank,
  mmrm,
  survivalLimits,
  survivalQuantile,
} from "@calcar/statistics";
import { answer, normals, noted, uniforms } from "./inputs/baseline.ts";
import type { Found, Task } from "./task.ts";

const status = (n: number, seed: number): Float64Array => uniforms(n, seed).map((u) => (u < 0.6 ? 1 : 0));
const wholeDays = (n: number, seed: number): Float64Array => uniforms(n, seed).map((u) => Math.ceil(-Math.log(u) * 1000));

function medianOf(time: Float64Array, seen: Float64Array): Found {
  const curve = answer(kaplanMeier({ time, status: seen }));
  return { median: survivalQuantile(curve, survivalLimits(curve, "log")).time ?? Number.NaN, steps: curve.time.length };
}

const kmDistinct: Task = {
  name: "Kaplan-Meier with limits, distinct times",
  sizes: [100_000, 1_000_000],
  unit: "subjects",
  limit: { at: 1_000_000, ms: 2_000, megabytes: 300 },
  inR: { task: "kaplan-meier", package: "survival", at: 1_000_000, recordedMs: 3_750 },
  prepare: (n) => {
    const time = uniforms(n, 21).map((u) => -Math.log(u) * 10);
    const seen = status(n, 22);
    return noted(() => medianOf(time, seen), 5);
  },
};

const kmTied: Task = {
  name: "Kaplan-Meier with limits, whole days",
  sizes: [100_000, 1_000_000],
  unit: "subjects",
  limit: { at: 1_000_000, ms: 2_000, megabytes: 300 },
  inR: { task: "kaplan-meier-tied", package: "survival", at: 1_000_000, recordedMs: 1_141 },
  prepare: (n) => {
    const time = wholeDays(n, 21);
    const seen = status(n, 22);
    return noted(() => medianOf(time, seen), 5);
  },
};

const logRankTask: Task = {
  name: "log-rank test of two groups",
  sizes: [100_000, 1_000_000],
  unit: "subjects",
  limit: { at: 1_000_000, ms: 1_000, megabytes: 300 },
  inR: { task: "log-rank", package: "survival", at: 1_000_000, recordedMs: 1_402 },
  prepare: (n) => {
    const time = wholeDays(n, 21);
    const seen = status(n, 22);
    const group = Uint8Array.from({ length: n }, (_, i) => i % 2);
    return noted(() => ({ chisq: answer(logRank({ time, status: seen, group })).chisq }), 5);
  },
};

const coxTask: Task = {
  name: "Cox model, 10 covariates, Efron",
  sizes: [10_000, 100_000],
  unit: "rows",
  limit: { at: 100_000, ms: 1_500 },
  inR: { task: "cox", package: "survival", at: 100_000, recordedMs: 486 },
  prepare: (n) => {
    const all = normals(10 * n, 41); // column by column
    const covariates = Object.fromEntries(Array.from({ length: 10 }, (_, j) => [`x${j + 1}`, all.subarray(j * n, (j + 1) * n)]));
    const predictor = (i: number) => Array.from({ length: 10 }, (_, j) => (j / 9 - 0.5) * all[j * n + i]!).reduce((a, b) => a + b, 0);
    const time = uniforms(n, 42).map((u, i) => Math.ceil(-Math.log(u) * 1000 * Math.exp(-predictor(i))));
    const seen = status(n, 43);
    return noted(() => {
      const { coefficients, logLik } = answer(cox({ time, status: seen, covariates }));
      return { coef1: coefficients[0]!.coef, logLik };
    }, 5);
  },
};

const incidenceTask: Task = {
  name: "Aalen-Johansen with jackknife errors, two causes",
  sizes: [10_000, 100_000],
  unit: "rows",
  limit: { at: 100_000, ms: 1_000 },
  inR: { task: "cumulative-incidence", package: "survival", at: 100_000, recordedMs: 6_151 },
  prepare: (n) => {
    const time = wholeDays(n, 51);
    const cause = uniforms(n, 52).map((u) => (u < 0.4 ? 0 : u < 0.75 ? 1 : 2));
    return noted(() => {
      const curve = answer(cumulativeIncidence({ time, cause }));
      return { last: curve.incidence[0]!.at(-1)!, se: jackknifeErrors(curve).incidence[0]!.at(-1)! };
    }, 5);
  },
};

const repeat = (n: number, times: number) => Float64Array.from({ length: n * times }, (_, row) => Math.floor(row / times));

const mixedTask: Task = {
  name: "mixed model, random intercept and slope, REML",
  sizes: [5_000, 50_000],
  unit: "rows",
  limit: { at: 50_000, ms: 2_000 },
  inR: { task: "mixed-model", package: "lme4", at: 50_000, recordedMs: 615, remark: "stopping short of the maximum, by its own warning" },
  prepare: (rows) => {
    const p = rows / 5;
    const subject = repeat(p, 5);
    const [b0, b1, noise] = [normals(p, 61), normals(p, 62), normals(rows, 63)];
    const time = subject.map((_, row) => row % 5);
    const arm = subject.map((id) => id % 2);
    const y = subject.map((id, row) => 20 + 6 * b0[id]! + (3 + 1.2 * b1[id]! + 0.5 * arm[row]!) * time[row]! + 4 * noise[row]!);
    const intercept = new Float64Array(rows).fill(1);
    const fixed = { intercept, time, arm, "time:arm": time.map((t, row) => t * arm[row]!) };
    return noted(() => {
      const fit = answer(linearMixedModel({ y, subject, fixed, random: { intercept, time } }));
      const g = fit.randomCovariance;
      const sd = [g[0]![0]!, g[1]![1]!, fit.residualVariance].map(Math.sqrt);
      return { fixed: fit.fixed.map(({ estimate }) => estimate), sd };
    }, 5);
  },
};

const mmrmTask: Task = {
  name: "MMRM, 4 visits, unstructured, REML, Kenward-Roger",
  sizes: [200, 2_000],
  unit: "patients",
  limit: { at: 2_000, ms: 2_000 },
  inR: { task: "mmrm", package: "nlme", at: 2_000, recordedMs: 4_274, remark: "without degrees of freedom" },
  prepare: (p) => {
    const subject = repeat(p, 4);
    const [b0, noise] = [normals(p, 71), normals(4 * p, 72)];
    const visit = subject.map((_, row) => 1 + (row % 4));
    const arm = subject.map((id) => id % 2);
    const y = subject.map((id, row) => 20 + 6 * b0[id]! + 2 * visit[row]! + 0.7 * arm[row]! * visit[row]! + 4 * noise[row]!);
    const at = (k: number) => visit.map((v) => (v === k ? 1 : 0));
    const both = (k: number) => at(k).map((value, row) => value * arm[row]!);
    const intercept = new Float64Array(4 * p).fill(1);
    const fixed = { intercept, v2: at(2), v3: at(3), v4: at(4), arm, "v2:arm": both(2), "v3:arm": both(3), "v4:arm": both(4) };
    return noted(() => {
      const fit = answer(mmrm({ y, subject, visit, fixed }));
      const [last] = answer(contrasts(fit, [{ label: "last", weights: { "v4:arm": 1 } }]));
      return { last: last!.estimate, df: last!.df };
    }, 5);
  },
};

/** Survival and longitudinal tasks. */
export const tasks: readonly Task[] = [kmDistinct, kmTied, logRankTask, coxTask, incidenceTask, mixedTask, mmrmTask];
