import { once } from "node:events";
import { createReadStream, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { loadCatalog } from "@calcar/catalog";
import { findFiles } from "./find-files.ts";
import type { Io, NewFile } from "./io.ts";
import { createFolder } from "./new-folder.ts";
import { OutsideError, UsageError } from "./usage-error.ts";
import { watchPaths } from "./watch-paths.ts";

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
    streams: () => ({ input: process.stdin, output: process.stdout }),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    write: async (text) => {
      if (!process.stdout.write(text)) await once(process.stdout, "drain");
    },
    readFile,
    open: (path) => (path === "-" ? process.stdin : opened(path)),
    find: findFiles,
    watch: watchPaths,
    writeFile,
    createFile,
    createFolder,
    newFile,
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
    return readFileSync(path);
  } catch (error) {
    throw unreadable(path, error as NodeJS.ErrnoException);
  }
}

async function* opened(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw unreadable(path, error as NodeJS.ErrnoException);
  }
}

function unreadable(path: string, { code }: NodeJS.ErrnoException): UsageError {
  if (code === "EISDIR") return new UsageError(`${path}: is a folder; expected a file`);
  return new UsageError(`${path}: ${code === "ENOENT" ? "no such file" : `cannot be read (${code})`}; expected a readable file`);
}

/** Written beside its place first first and then moved there, so that nobody ever reads half a file. */
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

/** A file that a person works on may lie there already: it is never written over. */
function createFile(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: "wx" });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") throw new UsageError(`${path}: exists already; expected a new file`);
    throw new OutsideError(`${path}: cannot be written (${code})`);
  }
}

function newFile(path: string): NewFile {
  const beside = `${path}.${process.pid}.part`;
  const failed = (error: unknown) => new OutsideError(`${path}: cannot be written (${(error as NodeJS.ErrnoException).code})`);
  const handle = open(beside, "w").catch((error) => Promise.reject(failed(error)));
  handle.catch(() => undefined); // it is awaited with the first piece, which may come much later
  return {
    write: async (text) => void (await (await handle).appendFile(text)),
    done: async () => {
      await (await handle).close();
      renameSync(beside, path);
    },
    abandon: async () => {
      await handle.then((file) => file.close()).catch(() => undefined);
      rmSync(beside, { force: true });
    },
  };
}
