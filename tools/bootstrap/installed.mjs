import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const STAMP = join("node_modules", ".calcar-installed");
const CANNOT_WRITE = new Set(["EROFS", "EACCES", "EPERM"]);

/** Whether node_modules holds exactly what package-lock.json pins. The common case costs two reads and one digest. */
export function isInstalled(root) {
  const lock = readIfThere(join(root, "package-lock.json"));
  if (lock === undefined) return readIfThere(join(root, STAMP)) !== undefined;
  const digest = digestOf(lock);
  if (readIfThere(join(root, STAMP))?.toString() === digest) return true;
  if (!agrees(root, lock)) return false;
  stamp(root, digest);
  return true;
}

/** Remembers that node_modules was installed from the lock file as it is now. */
export function stampInstalled(root) {
  stamp(root, digestOf(readFileSync(join(root, "package-lock.json"))));
}

/** Somebody ran npm by hand: npm's own account of node_modules decides, so that nothing is installed twice. */
function agrees(root, lock) {
  const account = readIfThere(join(root, "node_modules", ".package-lock.json"));
  if (account === undefined) return false;
  const there = JSON.parse(account.toString()).packages;
  return Object.entries(JSON.parse(lock.toString()).packages).every(([path, pinned]) => {
    if (!/(^|\/)node_modules\//.test(path)) return true; // the workspaces themselves
    return there[path] === undefined ? pinned.optional === true : there[path].version === pinned.version;
  });
}

function stamp(root, digest) {
  try {
    mkdirSync(join(root, "node_modules"), { recursive: true }); // npm makes none when nothing is pinned
    writeFileSync(join(root, STAMP), digest);
  } catch (error) {
    if (!CANNOT_WRITE.has(error.code)) throw error; // a checkout that may only be read works all the same
  }
}

const digestOf = (content) => createHash("sha256").update(content).digest("hex");

function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw error;
  }
}
