import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadCatalog } from "@calcar/catalog";
import type { Io } from "./io.ts";
import { OutsideError, UsageError } from "./usage-error.ts";

export const KNOWLEDGE = fileURLToPath(new URL("../../../knowledge", import.meta.url));
const MAX_INPUT_BYTES = 50_000_000;

/** The process itself: its streams, its files, its clock, and the repository's knowledge. */
export function processIo(): Io {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0); // the reader has seen enough
    throw error;
  });
  return {
    now: new Date(),
    isTty: process.stderr.isTTY === true,
    stdin: readStdin,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    readFile,
    writeFile,
    catalog: () => loadCatalog(process.env.CALCAR_KNOWLEDGE ?? KNOWLEDGE),
  };
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > MAX_INPUT_BYTES) throw new UsageError(`standard input: more than ${MAX_INPUT_BYTES} bytes; expected one evaluation`);
  }
  return Buffer.concat(chunks);
}

function readFile(path: string): Uint8Array {
  try {
    if (statSync(path).isDirectory()) throw new UsageError(`${path}: is a folder; expected a file`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`${path}: ${code === "ENOENT" ? "no such file" : `cannot be read (${code})`}; expected a readable file`);
  }
}

/** Written beside its place first and then moved there, so that nobody ever reads half a file. */
function writeFile(path: string, bytes: string | Uint8Array): void {
  const beside = `${path}.${process.pid}.part`;
  try {
    writeFileSync(beside, bytes);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new OutsideError(`${path}: cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
}
