import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";

const tools = dirname(fileURLToPath(import.meta.url));
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const LOCK = { name: "x", version: "1.0.0", lockfileVersion: 3, requires: true, packages: { "": { name: "x", version: "1.0.0" } } };

/** A checkout with nothing installed and nothing pinned, so that npm needs no network. */
function checkout(script = "console.log(process.argv.slice(2).join(' '));"): string {
  const root = mkdtempSync(join(tmpdir(), "calcar-run-"));
  made.push(root);
  mkdirSync(join(root, "tools"));
  cpSync(join(tools, "run.mjs"), join(root, "tools", "run.mjs"));
  cpSync(join(tools, "bootstrap"), join(root, "tools", "bootstrap"), { recursive: true });
  write(root, "package.json", JSON.stringify({ name: "x", version: "1.0.0", type: "module" }));
  write(root, "package-lock.json", JSON.stringify(LOCK));
  write(root, "script.ts", script);
  return root;
}

const write = (root: string, name: string, text: string) => writeFileSync(join(root, name), text);

/** Pins a package that no network can bring: the registry is a port where nobody listens. */
function pinUnreachable(root: string): void {
  const pin = { version: "1.0.0", resolved: "http://127.0.0.1:9/y/-/y-1.0.0.tgz", integrity: "sha512-AAAA" };
  write(root, ".npmrc", "registry=http://127.0.0.1:9/\nfetch-retries=0\ncache=./.npm-cache\n");
  write(root, "package.json", JSON.stringify({ name: "x", version: "1.0.0", type: "module", dependencies: { y: "1.0.0" } }));
  const packages = { "": { name: "x", version: "1.0.0", dependencies: { y: "1.0.0" } }, "node_modules/y": pin };
  write(root, "package-lock.json", JSON.stringify({ ...LOCK, packages }));
}

function start(root: string, args: readonly string[]) {
  const child = spawn(process.execPath, [...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk) => (said.out += chunk));
  child.stderr.on("data", (chunk) => (said.err += chunk));
  return { child, said, ended: once(child, "close").then(([code, signal]) => ({ code, signal, ...said })) };
}

const run = (root: string, ...args: string[]) => start(root, ["tools/run.mjs", "script.ts", ...args]).ended;

it("installs once and keeps standard output for the script", async () => {
  const root = checkout();
  const first = await run(root, "a", "b c");
  expect(first).toMatchObject({ code: 0, out: "a b c\n" });
  expect(first.err).toMatch(/^Installing the pinned packages/);
  expect(await run(root, "again")).toEqual({ code: 0, signal: null, out: "again\n", err: "" });
});

it("installs again when the lock file changes", async () => {
  const root = checkout();
  await run(root);
  rmSync(join(root, "node_modules"), { recursive: true });
  expect((await run(root)).err).toContain("Installing");
});

it("takes npm's own account of node_modules for an installation made by hand", async () => {
  const root = checkout();
  mkdirSync(join(root, "node_modules"));
  write(root, "node_modules/.package-lock.json", JSON.stringify({ ...LOCK, packages: {} }));
  expect(await run(root, "ok")).toMatchObject({ code: 0, err: "" });
});

it("does not take it when a pinned version differs", async () => {
  const root = checkout();
  pinUnreachable(root);
  mkdirSync(join(root, "node_modules"));
  write(root, "node_modules/.package-lock.json", JSON.stringify({ packages: { "node_modules/y": { version: "0.9.0" } } }));
  expect(await run(root)).toMatchObject({ code: 3, out: "" });
});

it("installs once when three start at the same moment", async () => {
  const root = checkout();
  const all = await Promise.all([run(root, "1"), run(root, "2"), run(root, "3")]);
  expect(all.map(({ code, out }) => `${code} ${out}`)).toEqual(["0 1\n", "0 2\n", "0 3\n"]);
  expect(all.filter(({ err }) => err.includes("Installing"))).toHaveLength(1);
  expect(existsSync(join(root, ".calcar", "install.lock"))).toBe(false);
});

it("takes over the lock of an installation that was killed", async () => {
  const root = checkout();
  mkdirSync(join(root, ".calcar"));
  const gone = start(root, ["-e", ""]);
  await gone.ended;
  write(root, ".calcar/install.lock", String(gone.child.pid));
  expect(await run(root, "ok")).toMatchObject({ code: 0, out: "ok\n" });
});

it("says in one sentence that the registry cannot be reached", async () => {
  const root = checkout();
  pinUnreachable(root);
  const { code, out, err } = await run(root);
  expect({ code, out }).toEqual({ code: 3, out: "" });
  expect(err.trim().split("\n").at(-1)).toMatch(/^The pinned packages could not be installed: the package registry cannot be reached/);
  expect(readFileSync(join(root, ".calcar", "install.log"), "utf8")).toContain("ECONNREFUSED");
});

it("ends as the script ends", async () => {
  const root = checkout("process.exitCode = 2;");
  expect(await run(root)).toMatchObject({ code: 2 });
});

it("caches what it compiled", async () => {
  const root = checkout();
  await run(root);
  await run(root);
  expect(existsSync(join(root, "node_modules", ".cache", "calcar-compile"))).toBe(true);
});

const HANDS_OVER = "import('./tools/bootstrap/older-node.mjs').then((m) => m.handOver(process.cwd(), process.argv.slice(1)))";

/** An older Node is played by this one: it runs nothing itself and hands over to the pinned binary. */
function pinned(script: string): string {
  const root = checkout(script);
  const bin = join(root, "node_modules", `node-${process.platform}-${process.arch}`, "bin");
  mkdirSync(bin, { recursive: true });
  symlinkSync(process.execPath, join(bin, "node"));
  return root;
}

it("hands arguments, output and exit status over to the pinned Node", async () => {
  const root = pinned("console.log(process.argv[2]); process.exitCode = 7;");
  expect(await start(root, ["-e", HANDS_OVER, "--", "script.ts", "x"]).ended).toMatchObject({ code: 7, out: "x\n" });
});

it.each(["SIGINT", "SIGTERM"] as const)("passes %s on to the pinned Node and waits for it", async (signal) => {
  const waits = `process.on("${signal}", () => setTimeout(() => { console.log("closed"); process.exit(0); }, 50)); setInterval(() => {}, 1e3); console.log("up");`;
  const { child, ended } = start(pinned(waits), ["-e", HANDS_OVER, "--", "script.ts"]);
  await once(child.stdout, "data");
  child.kill(signal);
  expect(await ended).toMatchObject({ code: 0, out: "up\nclosed\n" });
});

it("names what to install where no Node is pinned for the machine", async () => {
  const root = checkout();
  const asks =
    "import('./tools/bootstrap/older-node.mjs').then((m) => console.log(m.refusalOfNode(process.cwd(), { platform: 'darwin', arch: 'arm64', version: 'v20.1.0' })))";
  expect((await start(root, ["-e", asks]).ended).out).toBe(
    "Calcar needs Node 24 or newer and this is v20.1.0: install Node 24 from https://nodejs.org, then run the command again.\n",
  );
});
