import { existsSync, readFileSync } from "node:fs";
import type { Timed } from "../task.ts";
import { type Measured, type Place, tasksOf } from "./measured.ts";

/** Measures one task at one size and tells the process that asked. */
const { room, task, size } = JSON.parse(process.argv[2] ?? "{}") as Place;
const timed = await (await tasksOf(room))[task]!.prepare(size);
try {
  const times = await measure(timed);
  const measured: Measured = { times, peakMegabytes: peakMegabytes(), note: timed.note?.(), found: timed.found?.() };
  process.send?.(measured);
} finally {
  await timed.close?.();
  process.disconnect?.();
}

async function measure({ run, repeats = 15, perRun = 1 }: Timed): Promise<number[]> {
  for (let warm = 0; warm < Math.min(3, repeats); warm++) await run();
  const times: number[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    const start = performance.now();
    await run();
    times.push((performance.now() - start) / perRun);
  }
  return times.toSorted((a, b) => a - b);
}

/** Linux counts the parent's memory into a child's `maxRSS`, but not into its high-water mark. */
function peakMegabytes(): number {
  const status = "/proc/self/status";
  const highWater = existsSync(status) ? /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(status, "utf8"))?.[1] : undefined;
  return (highWater === undefined ? process.resourceUsage().maxRSS : Number(highWater)) / 1024;
}
