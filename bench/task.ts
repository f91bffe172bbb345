/** One figure of the benchmark table, measured at two sizes or more so that its growth shows. */
export interface Task {
  readonly name: string; // "one REML fit"
  readonly sizes: readonly number[]; // of what `unit` names; [1] where there is nothing to grow
  readonly unit: string; // "studies", "hips", "clients"
  readonly target?: string; // "under 50 ms at 100,000", from the issue or docs/decisions
  readonly reference?: string; // the reference program's recorded figure and where it comes from
  /** Makes ready at one size, and gives what is timed. The timed function may answer with more to print beside it. */
  readonly prepare: (size: number) => Timed | Promise<Timed>;
}

export interface Timed {
  readonly run: () => unknown;
  readonly repeats?: number; // timed repetitions, 15 when absent
  readonly perRun?: number; // acts within one run; the table shows the time of one act
  readonly note?: () => string; // printed beside the figure: "p99 12.1 ms, 1,930 per second"
  readonly close?: () => unknown;
}
