import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "@calcar/vocabulary";

/** One file as it lies on the disk. */
export interface RawFile {
  readonly path: string; // below the folder, with forward slashes
  readonly bytes: Uint8Array;
}

/** Longest knowledge file on the disk, in bytes. */
const LONGEST = 4_000_000;

interface Folder {
  readonly files: readonly RawFile[];
  readonly problems: readonly Problem[];
}

/** Reads every file below a folder, leaving out README.md and names that start with a dot. Links are not followed. */
export function readFiles(folder: string): Folder {
  const found: Found = { files: [], problems: [] };
  walk(folder, "", found);
  return found;
}

interface Found {
  readonly files: RawFile[];
  readonly problems: Problem[];
}

function walk(root: string, below: string, found: Found): void {
  const entries = list(join(root, below));
  if (entries === undefined) found.problems.push(fault(below, "is not a folder that can be read", "the folder of the knowledge files"));
  if (entries?.length === 0) found.problems.push(fault(below, "is an empty folder", "knowledge files, or no folder"));
  for (const entry of entries ?? []) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) walk(root, path, found);
    else if (entry.isFile()) take(root, path, found);
    else found.problems.push(fault(path, "is a link or a device", "a plain file"));
  }
}

function take(root: string, path: string, { files, problems }: Found): void {
  const { size } = statSync(join(root, path));
  if (size > LONGEST) problems.push(fault(path, `has ${size} bytes`, `at most ${LONGEST}: one concept in a file`));
  else files.push({ path, bytes: readFileSync(join(root, path)) });
}

const fault = (path: string, problem: string, expected: string): Problem => ({
  place: path === "" ? "knowledge" : `knowledge/${path}`,
  problem,
  expected,
});

function list(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith(".") && name !== "README.md");
  } catch (error) {
    if (error instanceof Error && "code" in error && ["ENOENT", "ENOTDIR", "EACCES"].includes(String(error.code))) return undefined;
    throw error;
  }
}
