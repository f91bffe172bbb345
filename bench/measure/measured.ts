import { fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Found, Task } from "../task.ts";

/** What one process says of one task at one size. */
export interface Measured {
  readonly times: readonly number[]; // ms of one act, ascending
  readonly peakMegabytes: number;
  readonly note: string | undefined;
  readonly found: Found | undefined;
}

export interface Place {
  readonly room: string; // the name of a file of this folder's parent
  readonly task: number; // its place in the file
  readonly size: number;
}

const bench = join(import.meta.dirname, "..");
const NO_ROOM = ["main.ts", "task.ts"];

/** Every file of `bench` that exports tasks, without its ending. */
export const rooms = (): string[] =>
  readdirSync(bench)
    .filter((file) => file.endsWith(".ts") && !NO_ROOM.includes(file))
    .map((file) => basename(file, ".ts"));

export async function tasksOf(room: string): Promise<readonly Task[]> {
  const { tasks } = (await import(pathToFileURL(join(bench, `${room}.ts`)).href)) as { tasks: readonly Task[] };
  return tasks;
}

/** Measures in a process of its own, so that neither memory nor warmth comes from the task before. */
export async function measureApart(place: Place): Promise<Measured> {
  const child = fork(join(import.meta.dirname, "one.ts"), [JSON.stringify(place)]);
  const messages: Measured[] = [];
  child.on("message", (message) => messages.push(message as Measured));
  await once(child, "exit");
  const [measured] = messages;
  if (!measured)
    throw new Error(`${place.room}, task ${place.task}, size ${place.size}: the process that measured it ended without a figure`);
  return measured;
}

export const median = (ascending: readonly number[]): number => ascending[Math.floor(ascending.length / 2)]!;
