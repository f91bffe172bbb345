import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isInstalled, stampInstalled } from "./installed.mjs";
import { onlyOne } from "./only-one.mjs";

const UNREACHABLE = /\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT)\b/;
const CANNOT_WRITE = new Set(["EROFS", "EACCES", "EPERM", "ENOSPC"]);

/** Installs what package-lock.json pins, once, however many starts ask for it. Returns a sentence when it cannot. */
export async function install(root) {
  try {
    return await onlyOne(join(root, ".calcar", "install.lock"), async () => (isInstalled(root) ? undefined : installNow(root)));
  } catch (error) {
    if (!CANNOT_WRITE.has(error.code)) throw error;
    return `The pinned packages are not installed and cannot be: ${error.path ?? root} is not writable (${error.code}).`;
  }
}

async function installNow(root) {
  const stopShowing = showProgress();
  const { code, said } = await npmCi(root);
  stopShowing(code === 0);
  if (code === 0) {
    stampInstalled(root);
    return undefined;
  }
  const log = join(root, ".calcar", "install.log");
  mkdirSync(join(root, ".calcar"), { recursive: true });
  writeFileSync(log, said);
  return `The pinned packages could not be installed: ${reasonOf(code, said)} What npm said is in ${log}.`;
}

/** npm as it was started, else the one on the path; its words are kept for the log, never mixed into ours. */
function npmCi(root) {
  const byNpm = process.env.npm_execpath?.endsWith(".js") ? [process.execPath, [process.env.npm_execpath]] : ["npm", []];
  const args = [...byNpm[1], "ci", "--no-audit", "--no-fund", "--no-progress", "--loglevel=error"];
  const child = spawn(byNpm[0], args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32" && byNpm[0] === "npm",
  });
  const words = [];
  child.stdout.on("data", (chunk) => words.push(chunk));
  child.stderr.on("data", (chunk) => words.push(chunk));
  const stop = (signal) => {
    child.kill(signal);
    process.exit(130);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  return new Promise((done) => {
    const finish = (code, said) => {
      process.off("SIGINT", stop).off("SIGTERM", stop);
      done({ code, said });
    };
    child.once("error", (error) => finish(error.code, String(error)));
    child.once("close", (code) => finish(code, Buffer.concat(words).toString()));
  });
}

function reasonOf(code, said) {
  if (code === "ENOENT") return "npm was not found; install Node 24 with npm and run the command again.";
  const unreachable = UNREACHABLE.exec(said);
  if (unreachable) return `the package registry cannot be reached (${unreachable[0]}); connect to the network and run the command again.`;
  if (said.includes("EUSAGE")) return "package.json and package-lock.json disagree; run npm install once.";
  return `npm ci ended with ${code}.`;
}

function showProgress() {
  const began = Date.now();
  const say = "Installing the pinned packages (the first start only)";
  if (!process.stderr.isTTY) {
    process.stderr.write(`${say} ...\n`);
    return (installed) => installed && process.stderr.write(`Installed in ${Math.round((Date.now() - began) / 1000)} s.\n`);
  }
  const draw = () => process.stderr.write(`\r${say} ... ${Math.round((Date.now() - began) / 1000)} s`);
  const timer = setInterval(draw, 1_000);
  draw();
  return () => {
    clearInterval(timer);
    process.stderr.write("\n");
  };
}
