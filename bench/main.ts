import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { type Measured, measureApart, rooms, tasksOf } from "./measure/measured.ts";
import { type InstalledR, installedR, type RIsAway } from "./r/time-in-r.ts";
import { machineOf, readmeOf, withTable } from "./report/readme.ts";
import { besideOurs, type Row, rowOf } from "./report/row.ts";
import type { Task } from "./task.ts";

const USAGE = `npm run -s bench [-- ROOM...] [--without-r] [--write-readme]

The benchmark table: every other file of this folder exports tasks; a room is picked by the beginning of its name. Times are
of one act, warm. Where a task has a counterpart in R, R does it too, on the same numbers: some ten minutes for statistics.

  --without-r     do not start R
  --write-readme  put the table into the README of each room that was measured whole and has a place for it
`;

interface Asked {
  readonly rooms: readonly string[];
  readonly withR: boolean;
  readonly write: boolean;
}

const asked = readArguments(process.argv.slice(2));
if ("problem" in asked) {
  process.stderr.write(`bench: ${asked.problem}\n\n${USAGE}`);
  process.exitCode = 2;
} else await benchAll(asked);

function readArguments(args: readonly string[]): Asked | { readonly problem: string } {
  const [options, names] = [args.filter((arg) => arg.startsWith("--")), args.filter((arg) => !arg.startsWith("--"))];
  const strange = options.filter((option) => !["--without-r", "--write-readme"].includes(option));
  const unknown = names.filter((name) => !rooms().some((room) => room.startsWith(name)));
  if (strange.length > 0) return { problem: `unknown option ${strange.join(", ")}` };
  if (unknown.length > 0) return { problem: `no room ${unknown.join(", ")}; expected ${rooms().join(", ")}` };
  const picked = rooms().filter((room) => names.length === 0 || names.some((name) => room.startsWith(name)));
  return { rooms: picked, withR: !options.includes("--without-r"), write: options.includes("--write-readme") };
}

async function benchAll({ rooms: picked, withR, write }: Asked): Promise<void> {
  const all = await Promise.all(picked.map(async (room) => ({ room, tasks: await tasksOf(room) })));
  const packages = new Set(["stats", ...all.flatMap(({ tasks }) => tasks.flatMap(({ inR }) => inR?.package ?? []))]);
  const r = withR && packages.size > 1 ? installedR([...packages]) : "R not run";
  const machine = machineOf(r);
  process.stdout.write(`${machine}\n\n`);
  print(["task", "size", "median", "min", "max", "peak memory", "growth", "target", "in R; what was found"]);
  const rows = new Map<string, Row[]>();
  for (const { room, tasks } of all)
    for (const [place, task] of tasks.entries()) {
      const measured = await benchTask({ room, place, task, r });
      rows.set(familyOf(room), [...(rows.get(familyOf(room)) ?? []), ...measured]);
    }
  const isWhole = (family: string) => rooms().every((room) => familyOf(room) !== family || picked.includes(room));
  if (write) for (const [family, measured] of rows) if (isWhole(family)) writeReadme(family, measured, machine);
}

function writeReadme(room: string, rows: readonly Row[], machine: string): void {
  const file = readmeOf(room);
  const page = existsSync(file) ? withTable(readFileSync(file, "utf8"), rows, machine) : undefined;
  if (page !== undefined) writeFileSync(file, page);
  process.stdout.write(
    page === undefined ? `${room} has no page with a place for the table\n` : `written to ${relative(process.cwd(), file)}\n`,
  );
}

/** The room that a file of tasks measures: "statistics" of "statistics-meta". */
function familyOf(room: string): string {
  return room.split("-")[0]!;
}

interface Turn {
  readonly room: string;
  readonly place: number; // of the task in its file
  readonly task: Task;
  readonly r: InstalledR | RIsAway;
}

/** Measures a task at each of its sizes, and prints each figure as soon as it is there. */
async function benchTask({ room, place, task, r }: Turn): Promise<Row[]> {
  const rows: Row[] = [];
  let before: { readonly size: number; readonly measured: Measured } | undefined;
  for (const size of task.sizes) {
    const measured = await measureApart({ room, task: place, size });
    const row = rowOf({ task, size, measured, before, inR: besideOurs(task.inR, size, measured, r) });
    const beside = [row.inR, row.note].filter((text) => text !== "").join("; ");
    print([`${room}: ${row.task}`, row.size, row.median, row.min, row.max, row.memory, row.growth, row.target, beside]);
    rows.push(row);
    before = { size, measured };
  }
  return rows;
}

function print(cells: readonly string[]): void {
  const widths = [84, 18, 9, 9, 9, 12, 16, 34];
  process.stdout.write(
    `${cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(" ")
      .trimEnd()}\n`,
  );
}
