import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { precompress } from "./precompress.ts";
import { digestOfSources } from "./web-sources.ts";

const STAMP = ".calcar-built";

/** The folder to serve, none where there is no web app, or one sentence that says why it could not be built. */
export type BuiltWeb = { readonly folder: string | undefined } | { readonly sentence: string };

/**
 * Gives the built web app of a checkout, and builds it first when it is not there or its sources have changed since.
 *
 * @param root the checkout
 * @param say told when it has to be built, which takes seconds
 */
export async function builtWeb(root: string, say: (sentence: string) => void): Promise<BuiltWeb> {
  const app = join(root, "apps", "web");
  const dist = join(app, "dist");
  if (!existsSync(join(app, "index.html"))) return { folder: existsSync(dist) ? dist : undefined };
  const digest = digestOfSources(root);
  if (existsSync(join(dist, STAMP)) && readFileSync(join(dist, STAMP), "utf8") === digest) return { folder: dist };
  say("Building the web app ...");
  return build(root, app, digest);
}

/** Builds beside and swaps, so that a server that is running never sees a half-made folder. */
async function build(root: string, app: string, digest: string): Promise<BuiltWeb> {
  const beside = join(root, ".calcar", `web-${process.pid}`);
  const { code, said } = await vite(root, app, beside);
  if (code !== 0) {
    rmSync(beside, { recursive: true, force: true });
    const log = join(root, ".calcar", "web-build.log");
    mkdirSync(join(root, ".calcar"), { recursive: true });
    writeFileSync(log, said);
    return { sentence: `The web app could not be built; what the build said is in ${log}.` };
  }
  await precompress(beside);
  writeFileSync(join(beside, STAMP), digest);
  swap(beside, join(app, "dist"));
  return { folder: join(app, "dist") };
}

function swap(made: string, dist: string): void {
  const old = `${made}.old`;
  if (existsSync(dist)) renameSync(dist, old);
  if (existsSync(dist)) rmSync(made, { recursive: true, force: true });
  else renameSync(made, dist);
  rmSync(old, { recursive: true, force: true });
}

function vite(root: string, app: string, outDir: string): Promise<{ code: number | null; said: string }> {
  const bin = join(root, "node_modules", "vite", "bin", "vite.js");
  const args = [bin, "build", "--outDir", outDir, "--emptyOutDir", "--logLevel", "error"];
  const child = spawn(process.execPath, args, { cwd: app, stdio: ["ignore", "pipe", "pipe"] });
  const said: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => said.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
  return new Promise((done) => {
    child.once("error", (error) => done({ code: null, said: String(error) }));
    child.once("close", (code) => done({ code, said: Buffer.concat(said).toString() }));
  });
}
