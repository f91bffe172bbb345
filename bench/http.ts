import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Asking } from "./clients/http-clients.ts";
import { signedInServer } from "./clients/signed-in-server.ts";
import type { Task } from "./task.ts";

const root = join(import.meta.dirname, "..");
const A_ROUND = 1_000; // requests, shared by the clients
const EXAMPLE = readFileSync(join(root, "examples", "onfh-may-be-discussed.json"));

function inBrief(times: readonly number[], tookMs: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => `${sorted[Math.floor(sorted.length * share)]!.toFixed(1)} ms`;
  const perSecond = Math.round((1_000 * times.length) / tookMs).toLocaleString("en");
  return `each request: median ${at(0.5)}, p99 ${at(0.99)}; ${perSecond} per second`;
}

/** The very command of `npm start`, on a database that is there already; the milliseconds until it prints its address. */
async function startAndStop(data: string): Promise<number> {
  const began = performance.now();
  const args = [join(root, "tools", "run.mjs"), "apps/cli/src/main.ts", "serve", "--port", "0", "--data", data];
  const server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(server, "exit");
  await Promise.race([once(server.stdout, "data"), ended.then(([code]) => Promise.reject(new Error(`calcar serve ended with ${code}`)))]);
  const took = performance.now() - began;
  server.kill("SIGINT");
  await ended;
  return took;
}

export const tasks: readonly Task[] = [
  {
    name: "second start of calcar serve, and its stop",
    sizes: [1],
    unit: "starts",
    target: "start under 3 s",
    prepare: () => {
      const data = mkdtempSync(join(tmpdir(), "calcar-bench-"));
      const starts: number[] = [];
      return {
        repeats: 7,
        run: async () => starts.push(await startAndStop(data)),
        note: () => {
          const sorted = starts.slice(3).toSorted((a, b) => a - b); // the bench warms up with three; the first makes the database
          return `until the address: median ${Math.round(sorted[Math.floor(sorted.length / 2)]!)} ms, max ${Math.round(sorted.at(-1)!)} ms`;
        },
        close: () => rmSync(data, { recursive: true }),
      };
    },
  },
  {
    name: "assess over HTTP, in a session, on loopback",
    sizes: [1, 50],
    unit: "clients",
    target: "p99 under 50 ms at 50",
    prepare: async (clients) => {
      const { origin, cookie, close } = await signedInServer();
      const workerData: Asking = { url: `${origin}/api/assess`, cookie, body: EXAMPLE, clients, requests: A_ROUND };
      const worker = new Worker(new URL("./clients/http-clients.ts", import.meta.url), { workerData });
      await once(worker, "online");
      const rounds: { readonly times: readonly number[]; readonly tookMs: number }[] = [];
      return {
        repeats: 10,
        perRun: A_ROUND,
        run: async () => {
          const began = performance.now();
          worker.postMessage("again");
          const [times] = (await once(worker, "message")) as [number[]];
          rounds.push({ times, tookMs: performance.now() - began });
        },
        note: () => {
          const warm = rounds.slice(3); // the bench warms up with three
          return inBrief(
            warm.flatMap(({ times }) => times),
            warm.reduce((sum, { tookMs }) => sum + tookMs, 0),
          );
        },
        close: async () => {
          await worker.terminate();
          await close();
        },
      };
    },
  },
];
