import { type Measured, median } from "../measure/measured.ts";
import { difference, type InstalledR, type RIsAway, timeInR } from "../r/time-in-r.ts";
import type { InR, Task } from "../task.ts";

/** One line of the table: a task at one size, in words. */
export interface Row {
  readonly task: string;
  readonly size: string;
  readonly median: string;
  readonly min: string;
  readonly max: string;
  readonly memory: string;
  readonly growth: string; // of the fastest run against the size before: other programs only ever slow a run down
  readonly target: string; // with the verdict
  readonly inR: string;
  readonly note: string;
}

export interface Measurement {
  readonly task: Task;
  readonly size: number;
  readonly measured: Measured;
  readonly before: { readonly size: number; readonly measured: Measured } | undefined; // the same task at the size before
  readonly inR: string; // what there is to say of R
}

export function rowOf({ task, size, measured, before, inR }: Measurement): Row {
  const { times, peakMegabytes, note, found } = measured;
  return {
    task: task.name,
    size: `${size.toLocaleString("en")} ${task.unit}`,
    median: duration(median(times)),
    min: duration(times[0]!),
    max: duration(times.at(-1)!),
    memory: `${Math.round(peakMegabytes)} MB`,
    growth: before ? `x ${inTwoDigits(times[0]! / before.measured.times[0]!)} for x ${inTwoDigits(size / before.size)}` : "",
    target: targetOf(task, size, measured),
    inR,
    note: [note, found && JSON.stringify(found)].filter((text) => text !== undefined).join("; "),
  };
}

function targetOf({ target, limit }: Task, size: number, { times, peakMegabytes }: Measured): string {
  if (!limit) return target ?? "";
  if (limit.at !== size) return "";
  const time = `under ${duration(limit.ms)}: ${median(times) < limit.ms ? "met" : "MISSED"}`;
  if (limit.megabytes === undefined) return time;
  return `${time}; under ${limit.megabytes} MB: ${peakMegabytes < limit.megabytes ? "met" : "MISSED"}`;
}

/** R's figure beside ours: timed now where its package is, else as recorded, and said so. */
export function besideOurs(inR: InR | undefined, size: number, measured: Measured, here: InstalledR | RIsAway): string {
  if (inR?.at !== size) return "";
  const remark = inR.remark === undefined ? "" : `, ${inR.remark}`;
  if (typeof here === "string" || !here.packages.has(inR.package)) {
    const away = typeof here === "string" ? here : `R package ${inR.package} not installed`;
    return inR.recordedMs === undefined ? away : `${away}; recorded with R 4.2.2: ${duration(inR.recordedMs)}${remark}`;
  }
  const timed = timeInR(inR);
  const apart = difference(measured.found, timed.found);
  const same = apart === undefined ? "" : apart === 0 ? "; the same answer" : `; answers within ${apart.toExponential(0)}`;
  const by = inR.package === "stats" ? "R" : inR.package;
  return `${by} ${duration(timed.ms)}, ${inTwoDigits(timed.ms / median(measured.times))} times ours${remark}${same}`;
}

/** "0.13 ms", "22 ms", "1.4 s". */
export function duration(ms: number): string {
  if (ms >= 1000) return `${Number((ms / 1000).toPrecision(3))} s`;
  return ms >= 0.01 ? `${Number(ms.toPrecision(3))} ms` : `${Number((ms * 1000).toPrecision(3))} µs`;
}

const inTwoDigits = (factor: number): string => Number(factor.toPrecision(2)).toLocaleString("en");
