import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Task } from "./task.ts";

const root = join(import.meta.dirname, "..");
const EXAMPLE = join(root, "examples", "onfh-may-be-discussed.json");

/** A whole process each time: node's start, the reading of the knowledge, the answer. What npm adds is not counted. */
const whole = (...args: string[]): (() => unknown) => {
  const argv = [join(root, "tools", "run.mjs"), "apps/cli/src/main.ts", ...args];
  return () => execFileSync(process.execPath, argv, { cwd: root, stdio: "pipe" });
};

export const tasks: readonly Task[] = [
  {
    name: "assess, a whole process",
    sizes: [1],
    unit: "evaluation",
    target: "under 400 ms",
    prepare: () => ({ run: whole("assess", EXAMPLE, "--format", "json"), repeats: 11 }),
  },
  {
    name: "pool PS3 with its plot, a whole process",
    sizes: [1],
    unit: "question",
    prepare: () => ({ run: whole("pool", "PS3", "--plot", join(root, "node_modules", ".cache", "bench.svg")), repeats: 5 }),
  },
];
