import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { median } from "../measure/measured.ts";
import type { Found, InR } from "../task.ts";

/** What R took for a task, and what it found. */
export interface TimedInR {
  readonly ms: number; // median of one act
  readonly found: Found;
}

/** Why no figure is R's of today. */
export type RIsAway = "R not installed" | "R not run";

/** R and those of its packages that are there, with their versions. */
export interface InstalledR {
  readonly version: string;
  readonly packages: ReadonlyMap<string, string>;
}

/** Looks for R and the packages that the tasks name. */
export function installedR(packages: readonly string[]): InstalledR | RIsAway {
  const script = `for (p in commandArgs(TRUE)) cat(p, if (nzchar(system.file(package = p))) as.character(packageVersion(p)), "\\n")`;
  const asked = spawnSync("Rscript", ["--vanilla", "-e", script, ...packages], { encoding: "utf8" });
  if (asked.status !== 0) return "R not installed";
  const found = asked.stdout.split("\n").map((line) => line.trim().split(" "));
  const versions = new Map(found.flatMap(([name, version]) => (name && version ? [[name, version] as const] : [])));
  return { version: versions.get("stats") ?? "", packages: versions }; // "stats" bears the version of R
}

/** Runs one task in R. What R says beside its figures goes where errors go. */
export function timeInR({ task, package: name, at }: InR): TimedInR {
  const args = ["--vanilla", join(import.meta.dirname, "tasks.R"), task, String(at), name];
  const { status, stdout } = spawnSync("Rscript", args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const lines = stdout.trim().split("\n").map(readLine);
  const seconds = lines.find(([key]) => key === "seconds")?.[1];
  if (status !== 0 || !seconds) throw new Error(`R could not do ${task} at ${at}`);
  return { ms: 1000 * median(seconds.toSorted((a, b) => a - b)), found: Object.fromEntries(lines.filter(([key]) => key !== "seconds")) };
}

function readLine(line: string): [string, number[]] {
  const [key = "", ...values] = line.trim().split(/\s+/);
  return [key, values.map(Number)];
}

/** The largest relative difference of what both found; undefined when they name nothing in common. */
export function difference(ours: Found | undefined, theirs: Found): number | undefined {
  const differences = Object.entries(ours ?? {}).flatMap(([key, value]) => {
    const other = [theirs[key] ?? []].flat();
    return other.length === 0 ? [] : [value].flat().map((number, i) => relative(number, other[i] ?? Number.NaN));
  });
  return differences.length === 0 ? undefined : Math.max(...differences);
}

const relative = (a: number, b: number): number => (a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b)));
