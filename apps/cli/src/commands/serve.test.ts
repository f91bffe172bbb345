import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { ROOT } from "../testing.ts";

vi.setConfig({ testTimeout: 120_000 }); // whole processes on a busy machine

const folder = mkdtempSync(join(tmpdir(), "calcar-serve-"));
const data = join(folder, "data");
const web = join(folder, "web");
const MAIN = join(ROOT, "apps", "cli", "src", "main.ts");

let running: ChildProcess[] = [];
beforeAll(() => mkdirSync(web));
afterEach(async () => {
  await Promise.all(running.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null).map(kill));
  running = [];
});
afterAll(() => rmSync(folder, { recursive: true }));

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "close");
}

function calcar(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  running.push(child);
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    said.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said.err += chunk;
  });
  const ended = once(child, "close").then(([code, signal]: (number | string | null)[]) => ({ code, signal, ...said }));
  return { child, said, ended };
}

const serve = (...args: string[]) => calcar(["serve", "--port", "0", "--data", data, "--web", web, ...args]);

/** Waits for the address; the link follows it in the same breath while there is no account. */
async function started(...args: string[]) {
  const server = serve(...args);
  await Promise.race([once(server.child.stdout, "data"), server.ended.then(({ err }) => Promise.reject(new Error(err)))]);
  const origin = /^Calcar is at (http:\/\/\S+)$/m.exec(server.said.out)?.[1];
  if (origin === undefined) throw new Error(server.said.out);
  return { ...server, origin, token: /\/welcome#token=(\S+)$/m.exec(server.said.out)?.[1] };
}

const ana = { name: "Ana Ruiz", email: "ana@clinic.example", password: "a long enough password" };
const openAccount = (origin: string, token: string | undefined) =>
  fetch(`${origin}/api/welcome`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token, ...ana }),
  });

it("prints a new link at each start until somebody used one, and stops at Ctrl-C", async () => {
  const first = await started();
  expect(first.token).toMatch(/^[\w-]{43}$/);
  first.child.kill("SIGINT");
  expect(await first.ended).toMatchObject({ code: 0, signal: null, err: "" });

  const second = await started();
  expect((await openAccount(second.origin, first.token)).status).toBe(403);
  expect((await openAccount(second.origin, second.token)).status).toBe(204);
  expect((await openAccount(second.origin, second.token)).status).toBe(403);
  second.child.kill("SIGTERM");
  expect(await second.ended).toMatchObject({ code: 0 });

  const third = await started();
  expect(third.token).toBeUndefined();
  third.child.kill("SIGINT");
  third.child.kill("SIGINT");
  expect(await third.ended).toMatchObject({ code: 0, err: "" });
});

it("keeps a session over a stop and a start", async () => {
  const before = await started();
  const headers = { "content-type": "application/json" };
  const { email, password } = ana;
  const signedIn = await fetch(`${before.origin}/api/auth/sign-in/email`, {
    method: "POST",
    headers,
    body: JSON.stringify({ email, password }),
  });
  const cookie = signedIn.headers.getSetCookie()[0]!.split(";")[0]!;
  before.child.kill("SIGINT");
  await before.ended;
  const after = await started();
  expect((await fetch(`${after.origin}/api/session`, { headers: { cookie } })).status).toBe(200);
});

it("tells a program where it is in one line of JSON", async () => {
  const server = serve("--format", "json");
  await once(server.child.stdout, "data");
  expect(JSON.parse(server.said.out)).toEqual({ origin: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) });
});

it("starts again after a kill", async () => {
  const killed = await started();
  killed.child.kill("SIGKILL");
  await killed.ended;
  const again = await started();
  again.child.kill("SIGINT");
  expect(await again.ended).toMatchObject({ code: 0 });
});

it("stops when npm, which had started it, is gone", async () => {
  const shell = `"${process.execPath}" "${MAIN}" serve --port 0 --data "${data}" --web "${web}" & wait`;
  const npm = spawn("sh", ["-c", shell], { env: { ...process.env, npm_lifecycle_event: "start" }, stdio: ["ignore", "pipe", "ignore"] });
  running.push(npm);
  await once(npm.stdout, "data");
  npm.kill("SIGTERM");
  await once(npm.stdout, "close"); // the server held it open
  const next = await started();
  next.child.kill("SIGINT");
  expect(await next.ended).toMatchObject({ code: 0 });
});

it("says that the port is taken, and lets the folder go", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as { port: number };
  const refused = await serve("--port", String(port)).ended;
  other.close();
  expect(refused).toMatchObject({ code: 3, out: "" });
  expect(refused.err).toBe(`calcar: Port ${port} is in use by another program: choose another with --port N, or stop that program.\n`);
  expect((await started()).origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

it("says which process has the database folder, and verify says so too", async () => {
  const server = await started();
  const sentence = `calcar: The database folder ${data} is in use by process ${server.child.pid}.\n`;
  expect(await serve().ended).toMatchObject({ code: 3, out: "", err: sentence });
  expect(await calcar(["verify", "--data", data]).ended).toMatchObject({ code: 3, out: "", err: sentence });
});

it("says that the folder cannot be written", async () => {
  writeFileSync(join(folder, "file"), "");
  const refused = await serve("--data", join(folder, "file", "data")).ended;
  expect(refused).toMatchObject({ code: 3, out: "" });
  expect(refused.err).toMatch(/^calcar: The database folder .* cannot be written \(a part of the path is a file\)\.\n$/);
});

it.each([
  ["is no address", "mysql://u:hush@127.0.0.1/x", /^calcar: DATABASE_URL is not an address of the form postgres:.*\n$/],
  [
    "leads nowhere",
    "postgres://u:hush@127.0.0.1:9/x",
    /^calcar: The database at 127\.0\.0\.1:9 \(database x\) cannot be reached: nothing listens there\.\n$/,
  ],
])("says that DATABASE_URL %s, without its password", async (_what, url, sentence) => {
  const refused = await calcar(["serve", "--port", "0", "--data", data, "--web", web], { DATABASE_URL: url }).ended;
  expect(refused).toMatchObject({ code: 3, out: "" });
  expect(refused.err).toMatch(sentence);
  expect(refused.err).not.toContain("hush");
});

it.each([
  [["--port", "80000"], {}, /--port: 80000 is not a port; expected a whole number from 0 to 65535/],
  [["--host", "0.0.0.0"], {}, /--host: 0\.0\.0\.0 is not this machine alone; expected an https address in CALCAR_URL/],
  [["--host", "0.0.0.0"], { CALCAR_URL: "http://hips.example" }, /CALCAR_URL: http:\/\/hips\.example is not such an address/],
  [["--colour", "red"], {}, /--colour/],
])("refuses the options %o with %o", async (args, env, line) => {
  const refused = await calcar(["serve", "--data", data, "--web", web, ...args], env).ended;
  expect(refused).toMatchObject({ code: 2, out: "" });
  expect(refused.err).toMatch(line);
  expect(refused.err).not.toMatch(/^\s+at /m);
});

it("refuses knowledge with a typo, with file, line and what was expected", async () => {
  const knowledge = join(folder, "knowledge");
  cpSync(join(ROOT, "knowledge"), knowledge, { recursive: true });
  writeFileSync(join(knowledge, "pathways", "other-condition.yaml"), "id: other-condition\ntitel: { en: Other }\n");
  const refused = await serve("--knowledge", knowledge).ended;
  expect(refused).toMatchObject({ code: 2, out: "" });
  expect(refused.err).toMatch(/knowledge\/pathways\/other-condition\.yaml:2: .*titel.*; expected /);
  expect(refused.err).not.toMatch(/^\s+at /m);
});
