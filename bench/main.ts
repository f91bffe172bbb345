import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Task, Timed } from "./task.ts";

/**
 * The benchmark table: `npm run -s bench [-- ROOM...]`.
 *
 * Every other file of this folder exports `tasks`; a room is picked by the name of its file. Times are of one act, warm.
 */
const here = import.meta.dirname;
const wanted = process.argv.slice(2);
const files = readdirSync(here).filter((file) => file.endsWith(".ts") && !["main.ts", "task.ts"].includes(file));
const rooms = files.map((file) => basename(file, ".ts"));
const unknown = wanted.filter((room) => !rooms.some((known) => known.startsWith(room)));

if (unknown.length > 0) {
  process.stderr.write(`bench: no room ${unknown.join(", ")}; expected ${rooms.join(", ")}\n`);
  process.exitCode = 2;
} else {
  print(["task", "size", "median", "min", "max", "peak memory", "target", ""]);
  for (const room of rooms) if (wanted.length === 0 || wanted.some((name) => room.startsWith(name))) await benchRoom(room);
}

async function benchRoom(room: string): Promise<void> {
  const { tasks } = (await import(pathToFileURL(join(here, `${room}.ts`)).href)) as { tasks: readonly Task[] };
  for (const task of tasks) for (const size of task.sizes) await benchTask(room, task, size);
}

async function benchTask(room: string, task: Task, size: number): Promise<void> {
  const timed = await task.prepare(size);
  try {
    const times = await measure(timed);
    const [median, min, max] = [times[Math.floor(times.length / 2)]!, times[0]!, times.at(-1)!];
    const beside = [timed.note?.(), task.reference].filter((text) => text !== undefined).join("; ");
    print([
      `${room}: ${task.name}`,
      `${size.toLocaleString("en")} ${task.unit}`,
      ms(median),
      ms(min),
      ms(max),
      peakMemory(),
      task.target ?? "",
      beside,
    ]);
  } finally {
    await timed.close?.();
  }
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

function ms(time: number): string {
  if (time >= 100) return `${time.toFixed(0)} ms`;
  return time >= 1 ? `${time.toFixed(2)} ms` : `${time.toFixed(4)} ms`;
}

function peakMemory(): string {
  return `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`;
}

function print(cells: readonly string[]): void {
  const widths = [58, 18, 11, 11, 11, 12, 30];
  process.stdout.write(
    `${cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(" ")
      .trimEnd()}\n`,
  );
}
