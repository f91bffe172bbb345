import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { PassThrough } from "node:stream";
import { catalog } from "@calcar/catalog/testing";
import { findFiles } from "./find-files.ts";
import type { Io, NewFile } from "./io.ts";
import { checkFree } from "./new-folder.ts";
import { run } from "./run.ts";
import { UsageError } from "./usage-error.ts";

export const ROOT = join(import.meta.dirname, "..", "..", "..");

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  readonly written: ReadonlyMap<string, string | Uint8Array>;
}

/** Runs a command as the shell would, with the repository's knowledge, a fixed clock, and nothing written to disk. */
export async function calcar(argv: readonly string[], stdin = ""): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const written = new Map<string, string | Uint8Array>();
  const io: Io = {
    now: new Date("2026-11-21T12:00:00Z"),
    isTty: false,
    stdin: async () => new TextEncoder().encode(stdin),
    streams: () => ({ input: new PassThrough().end(stdin), output: new PassThrough() }),
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    write: async (text) => void out.push(text),
    open: (path) => pieces(path === "-" ? new TextEncoder().encode(stdin) : readFileSync(join(ROOT, path))),
    newFile: (path) => inMemory((text) => written.set(path, text)),
    find: (path, endings) => findFiles(join(ROOT, path), endings).map((file) => ({ ...file, path: relative(ROOT, file.path) })),
    watch: async (_, act) => {
      await act();
      return await act();
    },
    readFile: (path) => readFileSync(join(ROOT, path)),
    writeFile: (path, bytes) => void written.set(path, bytes),
    createFile: (path, text) => {
      if (existsSync(join(ROOT, path))) throw new UsageError(`${path}: exists already; expected a new file`);
      written.set(path, text);
    },
    createFolder: (path, files) => {
      checkFree(join(ROOT, path), path);
      for (const file of files) written.set(`${path}/${file.path}`, file.text);
    },
    catalog: () => catalog,
  };
  const status = await run(argv, io);
  return { status, out: out.join(""), err: err.join(""), written };
}

/** Bytes in pieces small enough to cut characters and rows apart. */
async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

function inMemory(keep: (text: string) => void): NewFile {
  const texts: string[] = [];
  return { write: async (text) => void texts.push(text), done: async () => keep(texts.join("")), abandon: async () => undefined };
}
