import { cpus, loadavg, totalmem, type } from "node:os";
import { join } from "node:path";
import type { InstalledR, RIsAway } from "../r/time-in-r.ts";
import type { Row } from "./row.ts";

const BEGIN = "<!-- bench: written by a run, do not edit -->";
const END = "<!-- bench: end -->";

export const readmeOf = (room: string): string => join(import.meta.dirname, "..", "..", "packages", room, "README.md");

/** A page with the table of one run in its place; undefined when the page has no place for it. */
export function withTable(page: string, rows: readonly Row[], machine: string): string | undefined {
  const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (before < 0 || after < before) return undefined;
  const table = [
    "| task | size | time, median | growth, fastest | peak memory | target | R |",
    "|---|---|---|---|---|---|---|",
    ...rows.map(
      (row, i) =>
        `| ${cellsOf(row, rows[i - 1])
          .map(escaped)
          .join(" | ")} |`,
    ),
  ];
  return `${page.slice(0, before)}${BEGIN}\n${machine}\n\n${table.join("\n")}\n${page.slice(after)}`;
}

const cellsOf = ({ task, size, median, growth, memory, target, inR }: Row, previous: Row | undefined): string[] => [
  task === previous?.task ? "" : task,
  size,
  median,
  growth,
  memory,
  target,
  inR,
];

const escaped = (cell: string): string => cell.replaceAll("|", "\\|");

/** The machine of a run, its load when it began, and the programs compared. */
export function machineOf(r: InstalledR | RIsAway): string {
  const processors = cpus();
  const [load = 0] = loadavg();
  return [
    `${new Date().toISOString().slice(0, 10)}, ${processors[0]?.model.trim() ?? "unknown processor"}, ${processors.length} cores,`,
    `${Math.round(totalmem() / 2 ** 30)} GB, ${type()}; load at the start ${load.toFixed(1)}; Node ${process.versions.node};`,
    typeof r === "string"
      ? `${r}.`
      : `R ${r.version} with ${[...r.packages].flatMap(([name, version]) => (name === "stats" ? [] : [`${name} ${version}`])).join(", ")}.`,
    "Each line is the median of one process of its own.",
  ].join(" ");
}
