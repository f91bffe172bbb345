import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { findBinaries, readableBinaries } from "./postgres-binaries.ts";

const NOBODY = 65_534; // PostgreSQL refuses to run as root

/** A PostgreSQL server of its own for one test file or one benchmark, on a socket in its own folder. */
export interface PostgresServer {
  /** The address of a database in it, for its superuser unless told otherwise. */
  url(database?: string, user?: string, password?: string): string;
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL server; `undefined` when this machine has no PostgreSQL.
 *
 * It ends with `stop`, and also when this process dies, kill -9 included: a shell waits for the end of its
 * standard input and then stops the server and removes the folder.
 *
 * @param durable whether commits wait for the disk, as they do in production
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer | undefined> {
  const found = process.platform === "win32" ? undefined : findBinaries();
  if (!found) return undefined;
  const runner = runnerOf(process.getuid?.() === 0);
  const bin = runner.uid === undefined ? found.bin : readableBinaries(found.bin);
  const folder = mkdtempSync(join(tmpdir(), "calcar-pg-"));
  if (runner.uid !== undefined) chownSync(folder, runner.uid, runner.uid);

  const password = randomBytes(12).toString("hex");
  await makeCluster({ bin, folder, password, runner });
  const server = launch({ bin, folder, durable, runner });
  const url = (database = "postgres", user = "postgres", secret = password) =>
    `postgres://${user}:${secret}@/${database}?host=${encodeURIComponent(folder)}`;
  await answering(url(), server);
  return { url, stop: () => stop(server) };
}

type Runner = { readonly uid?: number; readonly gid?: number };

const runnerOf = (root: boolean): Runner => (root ? { uid: NOBODY, gid: NOBODY } : {});

interface Cluster {
  readonly bin: string;
  readonly folder: string;
  readonly runner: Runner;
}

async function makeCluster({ bin, folder, password, runner }: Cluster & { readonly password: string }): Promise<void> {
  const secret = join(folder, "password");
  writeFileSync(secret, `${password}\n`);
  chmodSync(secret, 0o644);
  const options = [
    "-D",
    join(folder, "data"),
    "-U",
    "postgres",
    "-A",
    "scram-sha-256",
    `--pwfile=${secret}`,
    "--no-sync",
    "-E",
    "UTF8",
    "--locale=C",
  ];
  await promisify(execFile)(join(bin, "initdb"), options, { ...runner, cwd: folder });
  rmSync(secret);
}

function launch({ bin, folder, durable, runner }: Cluster & { readonly durable: boolean }): ChildProcess {
  const settings = ["listen_addresses=", "shared_buffers=64MB", "max_connections=120"];
  if (!durable) settings.push("fsync=off", "synchronous_commit=off", "full_page_writes=off");
  const options = settings.flatMap((setting) => ["-c", setting]);
  const watch = '"$@" </dev/null >/dev/null 2>log & server=$!; cat >/dev/null; kill -INT $server; wait $server; rm -rf "$PWD"';
  const command = [join(bin, "postgres"), "-D", join(folder, "data"), "-k", folder, ...options];
  return spawn("sh", ["-c", watch, "sh", ...command], { ...runner, cwd: folder, stdio: ["pipe", "ignore", "ignore"] });
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    const error = await client.connect().then(() => undefined, String);
    await client.end();
    if (error === undefined) return;
    if (server.exitCode !== null) break;
    await new Promise((resume) => setTimeout(resume, 25));
  }
  throw new Error("The test server of PostgreSQL did not start");
}

function stop(server: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (server.exitCode !== null) return done();
    server.once("exit", () => done());
    server.stdin?.end();
  });
}
