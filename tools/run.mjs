/**
 * Runs a script of this checkout: `node tools/run.mjs SCRIPT ARGS...`. Every npm script starts here.
 *
 * Installs what is pinned when it is not there, then runs the script on Node 24 or newer: in this very process when
 * it is new enough, else on the Node that the pinned packages brought. Plain JavaScript, because an older Node must
 * be able to read it. Standard output belongs to the script alone.
 */
import module from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isInstalled } from "./bootstrap/installed.mjs";

const CANNOT_START = 3;
const NODE_NEEDED = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));

const isNewEnough = Number(process.versions.node.split(".")[0]) >= NODE_NEEDED;

async function prepare() {
  if (!isNewEnough) {
    const { refusalOfNode } = await import("./bootstrap/older-node.mjs");
    const refusal = refusalOfNode(root, process);
    if (refusal) return refusal;
  }
  if (isInstalled(root)) return undefined;
  const { install } = await import("./bootstrap/install.mjs");
  return install(root);
}

async function runHere(script, args) {
  module.enableCompileCache(join(root, "node_modules", ".cache", "calcar-compile"));
  process.argv = [process.execPath, script, ...args];
  await import(pathToFileURL(script).href);
}

async function main([name, ...args]) {
  const refusal = name === undefined ? "Name the script to run: node tools/run.mjs SCRIPT ARGS..." : await prepare();
  if (refusal) {
    process.stderr.write(`${refusal}\n`);
    process.exitCode = CANNOT_START;
    return;
  }
  const script = resolve(root, name);
  if (isNewEnough) return runHere(script, args);
  const { handOver } = await import("./bootstrap/older-node.mjs");
  await handOver(root, [fileURLToPath(import.meta.url), name, ...args]);
}

await main(process.argv.slice(2));
