import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";

const FORWARDED = ["SIGINT", "SIGTERM", "SIGHUP"];

/** What to tell somebody whose Node is too old and for whose machine no newer one is pinned; undefined when one is. */
export function refusalOfNode(root, { platform, arch, version }) {
  const pinned = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).optionalDependencies ?? {};
  if (packageOf(platform, arch) in pinned) return undefined;
  return `Calcar needs Node 24 or newer and this is ${version}: install Node 24 from https://nodejs.org, then run the command again.`;
}

/**
 * Runs the same command again on the Node that the pinned packages brought, and ends as it ended.
 *
 * A signal is passed on even though a terminal already gave it to both: whoever is stopping ignores the second one.
 */
export async function handOver(root, args) {
  const node = pinnedNode(root, process);
  if (!existsSync(node)) return fail(`The pinned Node is missing (${node}): remove node_modules and run the command again.`);
  const child = spawn(node, args, { stdio: "inherit" });
  const forward = (signal) => child.kill(signal);
  for (const signal of FORWARDED) process.on(signal, forward);
  const parent = process.ppid; // npm dies of a signal without passing it on to the command that it runs
  const orphaned = () => process.env.npm_lifecycle_event !== undefined && process.ppid !== parent && child.kill("SIGTERM");
  setInterval(orphaned, 1_000).unref();
  const { code, signal, error } = await new Promise((done) => {
    child.once("error", (error) => done({ error }));
    child.once("exit", (code, signal) => done({ code, signal }));
  });
  for (const name of FORWARDED) process.off(name, forward);
  if (error) return fail(`The pinned Node cannot run on this machine (${error.code}): install Node 24 from https://nodejs.org.`);
  process.exitCode = signal ? 128 + constants.signals[signal] : code;
}

/** Where the pinned Node of this machine lies once it is installed. */
export const pinnedNode = (root, { platform, arch }) =>
  join(root, "node_modules", packageOf(platform, arch), "bin", platform === "win32" ? "node.exe" : "node");

const packageOf = (platform, arch) => `node-${platform === "win32" ? "win" : platform}-${arch}`;

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 3;
}
