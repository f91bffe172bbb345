/** One figure of the benchmark table, measured at two sizes or more so that its growth shows. */
export interface Task {
  readonly name: string; // "one REML fit"
  readonly sizes: readonly number[]; // of what `unit` names, ascending; [1] where there is nothing to grow
  readonly unit: string; // "studies", "hips", "clients"
  readonly target?: string; // "under 400 ms", from the issue or docs/decisions
  readonly limit?: Limit; // a target that the table holds the figure against
  readonly inR?: InR;
  /** Makes ready at one size, and gives what is timed. The timed function may answer with more to print beside it. */
  readonly prepare: (size: number) => Timed | Promise<Timed>;
}

export interface Limit {
  readonly at: number; // the size that it is meant for
  readonly ms: number; // the median stays below
  readonly megabytes?: number; // peak memory of the process stays below
}

/** The same work in R, on the same numbers. */
export interface InR {
  readonly task: string; // its name in bench/r/tasks.R
  readonly package: string; // that does it there; "stats" is R itself
  readonly at: number; // one of the sizes
  readonly recordedMs?: number; // as recorded, for where the package is not installed
  readonly remark?: string; // what is not alike
}

/** What a task found, to be held against what R found on the same numbers. */
export type Found = Readonly<Record<string, number | readonly number[]>>;

export interface Timed {
  readonly run: () => unknown;
  readonly repeats?: number; // timed repetitions, 15 when absent
  readonly perRun?: number; // acts within one run; the table shows the time of one act
  readonly note?: () => string; // printed beside the figure: "p99 12.1 ms, 1,930 per second"
  readonly found?: () => Found;
  readonly close?: () => unknown;
}
