import { influence, leaveOneOut, mantelHaenszel, multilevel, normal, pool, studentT, tau2Interval, trimAndFill } from "@calcar/statistics";
import { answer, normals, noted, uniforms } from "./inputs/baseline.ts";
import type { Task } from "./task.ts";

/** Effects about 0.3 with tau2 0.05. */
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
  limit: { at: 10_000, ms: 1_000 },
  inR: { task: "reml-fits", package: "metafor", at: 10_000, recordedMs: 185_267 },
  prepare: (n) => {
    const sets = Array.from({ length: 20 }, (_, j) => studies(10 * (j + 1), 17 * (j + 1)));
    return noted(() => {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += answer(pool({ ...sets[i % 20]!, ...REML })).tau2;
      return { sum_tau2: sum };
    }, 3);
  },
};

const oneFit: Task = {
  name: "one REML fit",
  sizes: [10_000, 100_000],
  unit: "studies",
  limit: { at: 100_000, ms: 50 },
  inR: { task: "plain-reml-fit", package: "stats", at: 100_000, recordedMs: 23, remark: "by sums: metafor's matrices would need 80 GB" },
  prepare: (k) => {
    const set = studies(k, 5);
    return noted(() => {
      const { tau2, estimate } = answer(pool({ ...set, ...REML }));
      return { tau2, estimate };
    }, 9);
  },
};

const withoutEach: Task = {
  name: "leave-one-out, REML",
  sizes: [250, 500],
  unit: "studies",
  limit: { at: 500, ms: 50 },
  inR: { task: "leave-one-out", package: "metafor", at: 500, recordedMs: 135_486 },
  prepare: (k) => {
    const set = studies(k, 9);
    return noted(() => {
      const rows = answer(leaveOneOut({ ...set, ...REML }));
      return { first: rows[0]!.estimate, sum_tau2: rows.reduce((sum, { tau2 }) => sum + tau2, 0) };
    }, 9);
  },
};

const diagnostics: Task = {
  name: "all case diagnostics, REML",
  sizes: [100, 200],
  unit: "studies",
  inR: { task: "diagnostics", package: "metafor", at: 200, recordedMs: 8_771 },
  prepare: (k) => {
    const set = studies(k, 9);
    return noted(
      () => ({ sum_cook: answer(influence({ ...set, ...REML })).reduce((sum, { cooksDistance }) => sum + cooksDistance, 0) }),
      9,
    );
  },
};

const qProfile: Task = {
  name: "Q-profile interval of tau2",
  sizes: [100, 1_000],
  unit: "studies",
  limit: { at: 100, ms: 1 },
  inR: { task: "q-profile", package: "metafor", at: 100, recordedMs: 33.1 },
  prepare: (k) => {
    const sets = Array.from({ length: 100 }, (_, j) => studies(k, 31 * (j + 1)));
    const high = (set: (typeof sets)[number]) => answer(tau2Interval({ ...set, type: "QP", tau2: "REML" })).tau2.high ?? Number.NaN;
    return noted(() => ({ sum_high: sets.reduce((sum, set) => sum + high(set), 0) }), 5, 100);
  },
};

const threeLevels: Task = {
  name: "three-level REML model, clusters of 5",
  sizes: [250, 500],
  unit: "effects",
  inR: { task: "three-levels", package: "metafor", at: 500, recordedMs: 555 },
  prepare: (k) => {
    const { yi, vi } = studies(k, 3);
    const cluster = Array.from({ length: k }, (_, i) => Math.floor(i / 5));
    const shift = normals(Math.ceil(k / 5), 77);
    const levels = [cluster, [...cluster.keys()]];
    return noted(() => {
      const { sigma2, coefficients } = answer(
        multilevel({ yi: yi.map((y, i) => y + 0.3 * shift[cluster[i]!]!), vi, levels, method: "REML" }),
      );
      return { sigma2, estimate: coefficients[0]!.estimate };
    }, 3);
  },
};

const tables: Task = {
  name: "Mantel-Haenszel odds ratio",
  sizes: [1_000, 10_000],
  unit: "tables",
  inR: { task: "mantel-haenszel", package: "metafor", at: 10_000, recordedMs: 28 },
  prepare: (k) => {
    const u = uniforms(4 * k, 11);
    const counts = Array.from({ length: k }, (_, i) => ({
      ai: Math.floor(u[i]! * 20),
      bi: 20 + Math.floor(u[k + i]! * 80),
      ci: Math.floor(u[2 * k + i]! * 25),
      di: 20 + Math.floor(u[3 * k + i]! * 80),
    }));
    return noted(() => ({ estimate: answer(mantelHaenszel({ measure: "OR", tables: counts, correct: true })).estimate }), 9);
  },
};

const filled: Task = {
  name: "trim and fill, REML",
  sizes: [50, 500],
  unit: "studies",
  inR: { task: "trim-and-fill", package: "metafor", at: 50 },
  prepare: (k) => {
    const set = studies(k, 9);
    return noted(() => ({ missing: answer(trimAndFill({ ...set, ...REML, estimator: "L0" })).missing }), 9);
  },
};

const quantiles: Task = {
  name: "t probabilities and normal quantiles",
  sizes: [10_000, 100_000],
  unit: "of each",
  inR: { task: "quantiles", package: "stats", at: 100_000 },
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
