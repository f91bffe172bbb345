import { influence, leaveOneOut, mantelHaenszel, multilevel, normal, pool, studentT, tau2Interval, trimAndFill } from "@calcar/statistics";
import { normals, noted, uniforms } from "./inputs/baseline.ts";
import type { Task } from "./task.ts";

/** Effects about 0.3 with tau2 0.05, as in `baseline.R`. */
function studies(k: number, seed: number): { yi: Float64Array; vi: Float64Array } {
  const vi = normals(k, seed).map((z) => Math.exp(-2 + 0.8 * z));
  const noise = normals(k, seed + 1000003);
  return { yi: vi.map((v, i) => 0.3 + Math.sqrt(v + 0.05) * noise[i]!), vi };
}

const REML = { tau2: "REML", ci: "z" } as const;

const manyFits: Task = {
  name: "REML fits with all of pool's answer, k = 10, 20, ..., 200 in turn",
  sizes: [1_000, 10_000],
  unit: "fits",
  target: "under 1 s at 10,000",
  reference: "R metafor 185 s",
  prepare: (n) => {
    const sets = Array.from({ length: 20 }, (_, j) => studies(10 * (j + 1), 17 * (j + 1)));
    return noted(() => {
      let sum = 0;
      for (let i = 0; i < n; i++) {
        const fit = pool({ ...sets[i % 20]!, ...REML });
        if (fit.ok) sum += fit.value.tau2;
      }
      return { sum_tau2: sum };
    }, 3);
  },
};

const oneFit: Task = {
  name: "one REML fit",
  sizes: [10_000, 100_000],
  unit: "studies",
  target: "under 50 ms at 100,000",
  reference: "R metafor cannot; bare R 0.023 s",
  prepare: (k) => {
    const set = studies(k, 5);
    return noted(() => {
      const fit = pool({ ...set, ...REML });
      return fit.ok ? { tau2: fit.value.tau2, estimate: fit.value.estimate } : fit.refusal;
    }, 9);
  },
};

const withoutEach: Task = {
  name: "leave-one-out, REML",
  sizes: [250, 500],
  unit: "studies",
  target: "under 50 ms at 500",
  reference: "R metafor 135 s",
  prepare: (k) => {
    const set = studies(k, 9);
    return noted(() => {
      const rows = leaveOneOut({ ...set, ...REML });
      return rows.ok ? { first: rows.value[0]!.estimate, sum_tau2: rows.value.reduce((sum, { tau2 }) => sum + tau2, 0) } : rows.refusal;
    }, 9);
  },
};

const diagnostics: Task = {
  name: "all case diagnostics, REML",
  sizes: [100, 200],
  unit: "studies",
  reference: "R metafor 8.8 s at 200",
  prepare: (k) => {
    const set = studies(k, 9);
    return noted(() => {
      const rows = influence({ ...set, ...REML });
      return rows.ok ? { sum_cook: rows.value.reduce((sum, { cooksDistance }) => sum + cooksDistance, 0) } : rows.refusal;
    }, 9);
  },
};

const qProfile: Task = {
  name: "Q-profile interval of tau2",
  sizes: [100, 1_000],
  unit: "studies",
  target: "under 1 ms at 100",
  reference: "R metafor 33 ms at 100",
  prepare: (k) => {
    const sets = Array.from({ length: 100 }, (_, j) => studies(k, 31 * (j + 1)));
    return noted(
      () =>
        sets.reduce((sum, set) => {
          const interval = tau2Interval({ ...set, type: "QP", tau2: "REML" });
          return sum + (interval.ok ? (interval.value.tau2.high ?? 0) : 0);
        }, 0),
      5,
      100,
    );
  },
};

const threeLevels: Task = {
  name: "three-level REML model, clusters of 5",
  sizes: [250, 500],
  unit: "effects",
  reference: "R metafor 0.56 s at 500",
  prepare: (k) => {
    const { yi, vi } = studies(k, 3);
    const cluster = Array.from({ length: k }, (_, i) => Math.floor(i / 5));
    const shift = normals(Math.ceil(k / 5), 77);
    const levels = [cluster, [...cluster.keys()]];
    return noted(() => {
      const fit = multilevel({ yi: yi.map((y, i) => y + 0.3 * shift[cluster[i]!]!), vi, levels, method: "REML" });
      return fit.ok ? { sigma2: fit.value.sigma2, est: fit.value.coefficients[0]!.estimate } : fit.refusal;
    }, 3);
  },
};

const tables: Task = {
  name: "Mantel-Haenszel odds ratio",
  sizes: [1_000, 10_000],
  unit: "tables",
  reference: "R metafor 28 ms at 10,000",
  prepare: (k) => {
    const u = uniforms(4 * k, 11);
    const counts = Array.from({ length: k }, (_, i) => ({
      ai: Math.floor(u[i]! * 20),
      bi: 20 + Math.floor(u[k + i]! * 80),
      ci: Math.floor(u[2 * k + i]! * 25),
      di: 20 + Math.floor(u[3 * k + i]! * 80),
    }));
    return noted(() => {
      const fit = mantelHaenszel({ measure: "OR", tables: counts, correct: true });
      return fit.ok ? { est: fit.value.estimate } : fit.refusal;
    }, 9);
  },
};

const filled: Task = {
  name: "trim and fill, REML",
  sizes: [50, 500],
  unit: "studies",
  prepare: (k) => {
    const set = studies(k, 9);
    return noted(() => {
      const fit = trimAndFill({ ...set, ...REML, estimator: "L0" });
      return fit.ok ? { missing: fit.value.missing } : fit.refusal;
    }, 9);
  },
};

const quantiles: Task = {
  name: "t probabilities and normal quantiles",
  sizes: [10_000, 100_000],
  unit: "of each",
  prepare: (n) => {
    const u = uniforms(n, 91);
    return noted(() => {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += studentT(1 + 50 * u[i]!).lower(8 * u[i]! - 4) + normal.quantile(0.001 + 0.998 * u[i]!);
      return { sum };
    }, 3);
  },
};

export const tasks: readonly Task[] = [manyFits, oneFit, withoutEach, diagnostics, qProfile, threeLevels, tables, filled, quantiles];
