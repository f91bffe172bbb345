import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Db, inSite, openDb, recordAct, type Tx, verifyChain, type Where } from "@calcar/storage";
import { startPostgres } from "../packages/storage/src/testing/postgres-server.ts";
import type { Task } from "./task.ts";

const SITE = "bench";
const A_ROUND = 200; // writes, shared by the writers

interface Opened {
  readonly db: Db;
  readonly close: () => Promise<void>;
}

/** A fresh database that commits as in production: PGlite in a folder, PostgreSQL waiting for the disk. */
const engines: Readonly<Record<string, () => Promise<Opened>>> = {
  PGlite: async () => {
    const folder = mkdtempSync(join(tmpdir(), "calcar-bench-"));
    return opened({ folder }, async () => rmSync(folder, { recursive: true }));
  },
  PostgreSQL: async () => {
    const server = await startPostgres({ durable: true });
    if (!server) throw new Error("This machine has no PostgreSQL; install PostgreSQL 15 or newer");
    return opened({ url: server.url() }, server.stop);
  },
};

async function opened(where: Where, after: () => Promise<void>): Promise<Opened> {
  const opening = await openDb(where);
  if (!opening.ok) throw new Error(opening.refusal.sentence);
  const db = opening.value;
  const close = async () => {
    await db.close();
    await after();
  };
  return { db, close };
}

const act = (tx: Tx, n: number) =>
  recordAct(tx, {
    site: SITE,
    actor: "bench",
    act: "hip.open",
    subject: { kind: "hip", id: `${n}` },
    detail: { side: "left" },
    at: new Date(),
  });

const writes = (engine: string): Task => ({
  name: `one audited act, ${engine}`,
  sizes: [1, 10],
  unit: "writers at once",
  prepare: async (writers) => {
    const { db, close } = await engines[engine]!();
    const took: number[] = [];
    return {
      perRun: A_ROUND,
      run: async () => {
        const began = performance.now();
        await Promise.all(Array.from({ length: writers }, () => writeInTurn(db, A_ROUND / writers)));
        took.push(performance.now() - began);
      },
      note: () => `${Math.round((1_000 * A_ROUND * took.length) / took.reduce((sum, time) => sum + time, 0))} per second`,
      close,
    };
  },
});

async function writeInTurn(db: Db, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) await inSite(db, SITE, (tx) => act(tx, n));
}

const walks = (engine: string): Task => ({
  name: `verify the audit chain, ${engine}`,
  sizes: [10_000, 100_000],
  unit: "links",
  prepare: async (links) => {
    const { db, close } = await engines[engine]!();
    for (let written = 0; written < links; written += 1_000) {
      await inSite(db, SITE, async (tx) => {
        for (let n = 0; n < 1_000; n += 1) await act(tx, written + n);
      });
    }
    const run = async () => {
      const report = await verifyChain(db, SITE);
      if (!report.ok || report.links !== links) throw new Error("The chain that was just written does not hold");
    };
    return { repeats: 3, run, close };
  },
});

export const tasks: readonly Task[] = [writes("PGlite"), writes("PostgreSQL"), walks("PGlite"), walks("PostgreSQL")];
