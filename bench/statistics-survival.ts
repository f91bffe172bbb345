import { cox, kaplanMeier, logRank, survivalLimits, survivalQuantile } from "@calcar/statistics";

/** One timed task; `run` gets a size and returns what the reference program reports for the same task. */
export interface BenchTask {
  readonly name: string;
  /** Two sizes, so that the table shows growth. */
  readonly sizes: readonly [number, number];
  /** Prepares the input of a size, untimed, and returns the function to time. */
  readonly run: (size: number) => () => unknown;
}

/** The minimal standard generator of `baseline.R`, so that both programs see the same numbers. */
function uniforms(n: number, seed: number): Float64Array {
  const out = new Float64Array(n);
  let state = seed;
  for (let i = 0; i < n; i++) {
    state = (16807 * state) % 2147483647;
    out[i] = state / 2147483647;
  }
  return out;
}

/** Standard normals by Box and Muller, as in `baseline.R`. */
function normals(n: number, seed: number): Float64Array {
  const even = 2 * Math.ceil(n / 2);
  const u = uniforms(even, seed);
  const out = new Float64Array(even);
  for (let i = 0; i < even; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(u[i]!));
    out[i] = radius * Math.cos(2 * Math.PI * u[i + 1]!);
    out[i + 1] = radius * Math.sin(2 * Math.PI * u[i + 1]!);
  }
  return out.subarray(0, n);
}

const status = (n: number, seed: number): Float64Array => uniforms(n, seed).map((u) => (u < 0.6 ? 1 : 0));
const wholeDays = (n: number, seed: number): Float64Array => uniforms(n, seed).map((u) => Math.ceil(-Math.log(u) * 1000));

function medianOf(time: Float64Array, seen: Float64Array) {
  const curve = kaplanMeier({ time, status: seen });
  if (!curve.ok) throw new Error(curve.refusal.code);
  const { value } = curve;
  return { median: survivalQuantile(value, survivalLimits(value, "log")).time, n: value.time.length };
}

const kmDistinct: BenchTask = {
  name: "km-1M",
  sizes: [100_000, 1_000_000],
  run: (n) => {
    const time = uniforms(n, 21).map((u) => -Math.log(u) * 10);
    const seen = status(n, 22);
    return () => medianOf(time, seen);
  },
};

const kmTied: BenchTask = {
  name: "km-1M-tied",
  sizes: [100_000, 1_000_000],
  run: (n) => {
    const time = wholeDays(n, 21);
    const seen = status(n, 22);
    return () => medianOf(time, seen);
  },
};

const logRankTask: BenchTask = {
  name: "logrank-1M",
  sizes: [100_000, 1_000_000],
  run: (n) => {
    const time = wholeDays(n, 21);
    const seen = status(n, 22);
    const group = Uint8Array.from({ length: n }, (_, i) => i % 2);
    return () => {
      const test = logRank({ time, status: seen, group });
      return { chisq: test.ok && test.value.chisq };
    };
  },
};

const coxTask: BenchTask = {
  name: "cox-100kx10",
  sizes: [10_000, 100_000],
  run: (n) => {
    const all = normals(10 * n, 41); // column by column
    const covariates = Object.fromEntries(Array.from({ length: 10 }, (_, j) => [`x${j + 1}`, all.subarray(j * n, (j + 1) * n)]));
    const slope = (j: number) => -0.5 + j / 9;
    const predictor = (i: number) => Array.from({ length: 10 }, (_, j) => slope(j) * all[j * n + i]!).reduce((a, b) => a + b, 0);
    const time = uniforms(n, 42).map((u, i) => Math.ceil(-Math.log(u) * 1000 * Math.exp(-predictor(i))));
    const seen = status(n, 43);
    return () => {
      const fit = cox({ time, status: seen, covariates });
      return fit.ok && { coef1: fit.value.coefficients[0]!.coef, loglik: fit.value.logLik };
    };
  },
};

/** Survival tasks of the bench, inputs as in `baseline.R`. */
export const survivalTasks: readonly BenchTask[] = [kmDistinct, kmTied, logRankTask, coxTask];
