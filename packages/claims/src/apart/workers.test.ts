import { afterEach, describe, expect, it } from "vitest";
import { Workers, type WorkLimits } from "./workers.ts";

const LIMITS = { workers: 2, waiting: 3, ms: 5_000, megabytes: 60 };

/** A worker of real threads that does as its job says. */
const WORK = `
  const { parentPort, workerData } = require("node:worker_threads");
  const acts = {
    echo: ({ word }) => workerData + word,
    id: () => require("node:worker_threads").threadId,
    env: () => Object.keys(process.env).length,
    spin: () => { for (;;); },
    "slow expression": () => /^(a+)+$/.test("a".repeat(60) + "!"),
    eat: () => { const all = []; for (;;) all.push(new Array(100_000).fill(Math.random())); },
    "eat bytes": () => { const all = []; for (;;) { all.push(new Uint8Array(5_000_000).fill(1)); const stop = Date.now() + 10; while (Date.now() < stop); } },
    fail: () => { throw new Error("a defect"); },
    leave: () => process.exit(0),
    wait: ({ ms }) => { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms); return "rested"; },
  };
  parentPort.on("message", (job) => parentPort.postMessage(acts[job.act](job)));
`;

type Job = { readonly act: string; readonly word?: string; readonly ms?: number };

let opened: Workers<Job, unknown>[] = [];
afterEach(async () => {
  await Promise.all(opened.map((workers) => workers.close()));
  opened = [];
});

function open(limits: Partial<WorkLimits> = {}): Workers<Job, unknown> {
  const url = new URL(
    `data:text/javascript,${encodeURIComponent(`import{createRequire}from"node:module";const require=createRequire("file:///x");${WORK}`)}`,
  );
  const workers = new Workers<Job, unknown>({ url, data: "hello " }, { ...LIMITS, ...limits });
  opened.push(workers);
  return workers;
}

const saidNo = async (workers: Workers<Job, unknown>, job: Job) => {
  const answered = await workers.ask(job);
  return answered.ok ? answered.value : `${answered.refusal.kind}/${answered.refusal.code}`;
};

describe("work apart", () => {
  it("is answered with what the worker was given at its start, and knows nothing of the server's environment", async () => {
    const workers = open();
    expect(await saidNo(workers, { act: "echo", word: "there" })).toBe("hello there");
    expect(await saidNo(workers, { act: "env" })).toBe(0);
  });

  it("keeps its workers, and no more of them than it may", async () => {
    const workers = open({ waiting: 50 });
    const ids = await Promise.all(Array.from({ length: 20 }, () => saidNo(workers, { act: "id" })));
    expect(new Set(ids).size).toBeLessThanOrEqual(2);
    expect(ids).toContain(await saidNo(workers, { act: "id" }));
  });

  it.each(["spin", "slow expression"])("is refused when it takes too long: %s; this thread goes on meanwhile", async (act) => {
    const workers = open({ ms: 400 });
    let ticks = 0;
    const clock = setInterval(() => (ticks += 1), 20);
    const slow = saidNo(workers, { act });
    expect(await saidNo(workers, { act: "echo", word: "others" })).toBe("hello others");
    expect(await slow).toBe("invalid/too-slow");
    clearInterval(clock);
    expect(ticks).toBeGreaterThan(5);
    expect(await saidNo(workers, { act: "echo", word: "again" })).toBe("hello again");
  });

  it.each(["eat", "eat bytes"])("is refused when it needs too much memory, and the server lives on: %s", async (act) => {
    const workers = open({ ms: 20_000 });
    expect(await saidNo(workers, { act })).toBe("invalid/too-much-memory");
    expect(await saidNo(workers, { act: "echo", word: "again" })).toBe("hello again");
  });

  it("fails where the work is at fault, and the next job finds another worker", async () => {
    const workers = open();
    await expect(workers.ask({ act: "fail" })).rejects.toThrow("a defect");
    expect(await saidNo(workers, { act: "leave" })).toBe("unavailable/busy");
    expect(await saidNo(workers, { act: "echo", word: "again" })).toBe("hello again");
  });

  it("is refused at once when too many wait, and done in its turn when not", async () => {
    const workers = open({ workers: 1 });
    const first = Array.from({ length: 4 }, () => saidNo(workers, { act: "wait", ms: 300 }));
    expect(await saidNo(workers, { act: "echo", word: "late" })).toBe("unavailable/busy");
    expect(await Promise.all(first)).toEqual(["rested", "rested", "rested", "rested"]);
  });

  it("leaves nobody waiting when it is closed", async () => {
    const workers = open({ workers: 1 });
    const asked = [saidNo(workers, { act: "spin" }), saidNo(workers, { act: "id" })];
    await workers.close();
    expect(await Promise.all(asked)).toEqual(["unavailable/busy", "unavailable/busy"]);
    expect(await saidNo(workers, { act: "id" })).toBe("unavailable/busy");
  });
});
