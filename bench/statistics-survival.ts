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
import { normals, noted, uniforms } from "./inputs/baseline.ts";
import type { Task } from "./task.ts";

const status = (n: number, seed: number): Float64Array => uniforms(n, seed).map((u) => (u < 0.6 ? 1 : 0));
const wholeDays = (n: number, seed: number): Float64Array => uniforms(n, seed).map((u) => Math.ceil(-Math.log(u) * 1000));

function medianOf(time: Float64Array, seen: Float64Array): unknown {
  const curve = kaplanMeier({ time, status: seen });
  if (!curve.ok) return curve.refusal;
  return { median: survivalQuantile(curve.value, survivalLimits(curve.value, "log")).time, steps: curve.value.time.length };
}

const kmDistinct: Task = {
  name: "Kaplan-Meier with limits, distinct times",
  sizes: [100_000, 1_000_000],
  unit: "subjects",
  target: "under 2 s at 1,000,000; 300 MB",
  reference: "R survival 3.75 s, median 11.5644",
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
  target: "under 2 s at 1,000,000; 300 MB",
  reference: "R survival 1.14 s, median 1157",
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
  target: "under 1 s at 1,000,000",
  reference: "R survival 1.40 s, chisq 0.0565646",
  prepare: (n) => {
    const time = wholeDays(n, 21);
    const seen = status(n, 22);
    const group = Uint8Array.from({ length: n }, (_, i) => i % 2);
    return noted(() => {
      const test = logRank({ time, status: seen, group });
      return test.ok ? { chisq: test.value.chisq } : test.refusal;
    }, 5);
  },
};

const coxTask: Task = {
  name: "Cox model, 10 covariates, Efron",
  sizes: [10_000, 100_000],
  unit: "rows",
  target: "under 1.5 s at 100,000",
  reference: "R survival 0.49 s, coef1 -0.502662, logLik -615700.5272",
  prepare: (n) => {
    const all = normals(10 * n, 41); // column by column
    const covariates = Object.fromEntries(Array.from({ length: 10 }, (_, j) => [`x${j + 1}`, all.subarray(j * n, (j + 1) * n)]));
    const predictor = (i: number) => Array.from({ length: 10 }, (_, j) => (j / 9 - 0.5) * all[j * n + i]!).reduce((a, b) => a + b, 0);
    const time = uniforms(n, 42).map((u, i) => Math.ceil(-Math.log(u) * 1000 * Math.exp(-predictor(i))));
    const seen = status(n, 43);
    return noted(() => {
      const fit = cox({ time, status: seen, covariates });
      return fit.ok ? { coef1: fit.value.coefficients[0]!.coef, logLik: fit.value.logLik } : fit.refusal;
    }, 5);
  },
};

const incidenceTask: Task = {
  name: "Aalen-Johansen with jackknife errors, two causes",
  sizes: [10_000, 100_000],
  unit: "rows",
  target: "under 1 s at 100,000",
  reference: "R survival 6.15 s, last 0.586363",
  prepare: (n) => {
    const time = wholeDays(n, 51);
    const cause = uniforms(n, 52).map((u) => (u < 0.4 ? 0 : u < 0.75 ? 1 : 2));
    return noted(() => {
      const curve = cumulativeIncidence({ time, cause });
      return curve.ok ? { last: curve.value.incidence[0]!.at(-1), se: jackknifeErrors(curve.value).incidence[0]!.at(-1) } : curve.refusal;
    }, 5);
  },
};

const repeat = (n: number, times: number) => Float64Array.from({ length: n * times }, (_, row) => Math.floor(row / times));

const mixedTask: Task = {
  name: "mixed model, random intercept and slope, REML",
  sizes: [5_000, 50_000],
  unit: "rows",
  target: "under 2 s at 50,000",
  reference: "R lme4 0.62 s, fixed 20.049, 2.9836, -0.0311, 0.4599; SD 5.984, 1.194, 3.988",
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
      const fit = linearMixedModel({ y, subject, fixed, random: { intercept, time } });
      if (!fit.ok) return fit.refusal;
      const g = fit.value.randomCovariance;
      const sd = [g[0]![0]!, g[1]![1]!, fit.value.residualVariance].map(Math.sqrt);
      return { fixed: fit.value.fixed.map(({ estimate }) => estimate), sd };
    }, 5);
  },
};

const mmrmTask: Task = {
  name: "MMRM, 4 visits, unstructured, REML, Kenward-Roger",
  sizes: [200, 2_000],
  unit: "patients",
  target: "under 2 s at 2,000",
  reference: "R nlme 4.27 s without degrees of freedom, last coefficient 2.25824",
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
      const fit = mmrm({ y, subject, visit, fixed });
      if (!fit.ok) return fit.refusal;
      const last = contrasts(fit.value, [{ label: "last", weights: { "v4:arm": 1 } }]);
      return { last: last.ok ? { estimate: last.value[0]!.estimate, df: last.value[0]!.df } : last.refusal };
    }, 5);
  },
};

/** Survival and longitudinal tasks; inputs as in the reference's `baseline.R`. */
export const tasks: readonly Task[] = [kmDistinct, kmTied, logRankTask, coxTask, incidenceTask, mixedTask, mmrmTask];
