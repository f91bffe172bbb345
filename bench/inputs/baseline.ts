import type { Result } from "@calcar/vocabulary";
import type { Found, Timed } from "../task.ts";

/** The minimal standard generator, as in `r/tasks.R`, so that both programs see the same numbers. */
export function uniforms(n: number, seed: number): Float64Array {
  const out = new Float64Array(n);
  let state = seed;
  for (let i = 0; i < n; i++) {
    state = (16807 * state) % 2147483647;
    out[i] = state / 2147483647;
  }
  return out;
}

/** Standard normals by Box and Muller, as in `r/tasks.R`. */
export function normals(n: number, seed: number): Float64Array {
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

/** What a method answers; a benchmark of a refusal would be a mistake. */
export function answer<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.kind}/${result.refusal.code}`);
  return result.value;
}

/** A task that keeps what it found, to be held against what R finds. */
export function noted(run: () => Found, repeats: number, perRun = 1): Timed {
  let last: Found = {};
  return {
    repeats,
    perRun,
    run: () => {
      last = run();
    },
    found: () => last,
  };
}
