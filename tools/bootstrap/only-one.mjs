import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const HEARTBEAT_MS = 2_000;
const SILENT_MS = 30_000; // no sign of life for this long: whoever held it is gone
const RETRY_MS = 100;

/**
 * Runs `work` while no other process holds the lock file, waiting for its turn when one does.
 *
 * The lock names its owner and shows signs of life, so one that a killed process left behind is taken over.
 */
export async function onlyOne(lockFile, work) {
  mkdirSync(dirname(lockFile), { recursive: true });
  while (!take(lockFile)) {
    breakIfAbandoned(lockFile);
    await new Promise((done) => setTimeout(done, RETRY_MS));
  }
  const heartbeat = setInterval(() => showLife(lockFile), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    rmSync(lockFile, { force: true });
  }
}

function showLife(file) {
  if (statSync(file, { throwIfNoEntry: false }) !== undefined) utimesSync(file, new Date(), new Date());
}

/** Two starters may see the same abandoned lock: only one at a time looks again and removes it. */
function breakIfAbandoned(lockFile) {
  const turn = `${lockFile}.breaking`;
  if (isSilent(turn)) rmSync(turn, { force: true });
  if (!isAbandoned(lockFile) || !take(turn)) return;
  if (isAbandoned(lockFile)) rmSync(lockFile, { force: true });
  rmSync(turn, { force: true });
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

const isAbandoned = (file) => isSilent(file) || !isAlive(ownerOf(file));

function isSilent(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > SILENT_MS;
}

/** The process that wrote the file; undefined while it is being written or when it is gone. */
function ownerOf(file) {
  if (statSync(file, { throwIfNoEntry: false }) === undefined) return undefined;
  return Number(readFileSync(file, "utf8")) || undefined;
}

function isAlive(pid) {
  if (pid === undefined) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code !== "ESRCH";
  }
}
