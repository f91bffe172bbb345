import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** Another process of Node running a script, read line by line. */
export interface Child {
  readonly process: ChildProcess;
  /** The next line it prints; `undefined` when it has ended. */
  nextLine(): Promise<string | undefined>;
  /** Resolves when it has ended, however. */
  readonly ended: Promise<void>;
}

export function runChild(script: string, args: readonly string[]): Child {
  const child = spawn(process.execPath, ["--input-type=module-typescript", "-e", script, "--", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    process: child,
    nextLine: async () => (await lines.next()).value as string | undefined,
    ended: new Promise((resolve) => child.once("exit", () => resolve())),
  };
}
