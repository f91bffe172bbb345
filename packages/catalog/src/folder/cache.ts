import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Contents } from "../contents.ts";
import { unlessRefusedBySystem } from "./system-error.ts";

/** What a cached catalog was made from and by. */
export interface CacheKey {
  readonly digest: string; // of the knowledge files
  readonly loader: string; // of the code that parsed them
}

const KEPT = 6; // catalogs: a few branches of the knowledge, not its history

/** The catalog parsed before from these very bytes by this very code; undefined when there is none or it is damaged. */
export function readCache(folder: string, key: CacheKey): Contents | undefined {
  const bytes = unlessRefusedBySystem(() => readFileSync(join(folder, nameOf(key))));
  const end = bytes?.indexOf("\n") ?? -1;
  if (bytes === undefined || end < 0) return undefined;
  const body = bytes.subarray(end + 1);
  return bytes.toString("latin1", 0, end) === heading(key, body) ? (JSON.parse(body.toString("utf8")) as Contents) : undefined;
}

/** Keeps a parsed catalog for the next start. A folder that cannot be written to costs time, never an error. */
export function writeCache(folder: string, key: CacheKey, contents: Contents): void {
  const body = Buffer.from(JSON.stringify(contents));
  const unfinished = join(folder, `${randomUUID()}.tmp`);
  unlessRefusedBySystem(() => {
    writeFileSync(unfinished, Buffer.concat([Buffer.from(`${heading(key, body)}\n`), body]), { mode: 0o600, flag: "wx" });
    renameSync(unfinished, join(folder, nameOf(key))); // whole or not at all, also for a start beside this one
    forgetOldest(folder);
  });
}

const nameOf = ({ digest, loader }: CacheKey): string => `catalog-${digest.slice(0, 16)}-${loader.slice(0, 16)}.json`;

const heading = ({ digest, loader }: CacheKey, body: Uint8Array): string =>
  `calcar-catalog ${digest} ${loader} ${createHash("sha256").update(body).digest("hex")}`;

function forgetOldest(folder: string): void {
  const ours = readdirSync(folder).filter((name) => /^catalog-[0-9a-f]{16}-[0-9a-f]{16}\.json$|^[0-9a-f-]{36}\.tmp$/.test(name));
  const byAge = ours
    .map((name) => join(folder, name))
    .map((path) => ({ path, at: statSync(path).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of byAge.slice(KEPT)) rmSync(path, { force: true });
}
