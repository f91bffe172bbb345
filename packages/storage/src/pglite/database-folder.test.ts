import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Db } from "../db.ts";
import { inSite } from "../in-site.ts";
import { openDb, recordAct, verifyChain } from "../index.ts";
import { runChild } from "../testing/run-child.ts";
import { PGLITE_MAJOR } from "./database-folder.ts";

const INDEX = JSON.stringify(new URL("../index.ts", import.meta.url).href);
let folder: string;
let filled: string;
beforeAll(async () => {
  filled = mkdtempSync(join(tmpdir(), "calcar-filled-"));
  const opened = await openDb({ folder: filled });
  if (opened.ok) await opened.value.close();
}, 60_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "calcar-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => rmSync(filled, { recursive: true, force: true }));

/** A folder that was filled and closed before: opening it takes a tenth of the time. */
const fillFolder = () => cpSync(filled, folder, { recursive: true });

const opens = (between = "") => `
  const { openDb } = await import(${INDEX});
  ${between}
  const opened = await openDb({ folder: process.argv.at(-1) }, ${between === "" ? "undefined" : "[]"});
  console.log(opened.ok ? "open" : opened.refusal.code + ": " + opened.refusal.sentence);
  if (opened.ok) setInterval(() => {}, 1000);`;
const OPENS = opens();

/** Becomes an account without rights once the code is loaded: the checkout itself may be readable by root alone. */
const OPENS_AS_NOBODY = opens("process.setgroups([]); process.setgid(65534); process.setuid(65534);");

const WRITES = `
  const { openDb, inSite, recordAct } = await import(${INDEX});
  const opened = await openDb({ folder: process.argv.at(-1) });
  for (let n = 1; ; n += 1) {
    const act = { site: "clinic", actor: "ana", act: "hip.open", subject: { kind: "hip", id: String(n) }, detail: {}, at: new Date() };
    await inSite(opened.value, "clinic", (tx) => recordAct(tx, act));
    console.log(n);
  }`;

async function open(path = folder): Promise<Db> {
  const opened = await openDb({ folder: path });
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  return opened.value;
}

describe("the database folder", { timeout: 120_000 }, () => {
  it("is made at the first start and keeps what was written", async () => {
    const path = join(folder, "not", "there", "yet");
    const first = await open(path);
    await inSite(first, "clinic", (tx) =>
      recordAct(tx, { site: "clinic", actor: "ana", act: "hip.open", subject: { kind: "hip", id: "1" }, detail: {}, at: new Date() }),
    );
    await first.close();
    await first.close();
    const again = await open(path);
    expect(await verifyChain(again, "clinic")).toMatchObject({ ok: true, links: 1 });
    expect((await again.query(`select current_setting('server_version_num')::int / 10000 as major`)).rows).toEqual([
      { major: Number(PGLITE_MAJOR) },
    ]);
    await again.close();
  });

  it("is for one at a time: the second is told who has it, also within one process", async () => {
    fillFolder();
    const db = await open();
    const sentence = `The database folder ${folder} is in use by process ${process.pid}.`;
    expect(await openDb({ folder })).toEqual({ ok: false, refusal: { kind: "conflict", code: "database-in-use", sentence } });
    const other = runChild(OPENS, [folder]);
    expect(await other.nextLine()).toBe(`database-in-use: ${sentence}`);
    await other.ended;
    await db.close();
  });

  it("is free again after kill -9, and of six who want it then exactly one gets it", async () => {
    fillFolder();
    const first = runChild(OPENS, [folder]);
    expect(await first.nextLine()).toBe("open");
    first.process.kill("SIGKILL");
    await first.ended;
    expect(readdirSync(folder)).toContain("holder"); // what the dead process left behind

    const starters = Array.from({ length: 6 }, () => runChild(OPENS, [folder]));
    const lines = await Promise.all(starters.map((starter) => starter.nextLine()));
    for (const { process } of starters) process.kill("SIGKILL");
    await Promise.all(starters.map(({ ended }) => ended));
    expect(lines.filter((line) => line === "open")).toHaveLength(1);
    const winner = starters[lines.indexOf("open")]!.process.pid;
    // A starter may look before the winner has written its number; then it names none.
    for (const line of lines.filter((one) => one !== "open")) {
      expect(
        [`process ${winner}`, "another process"].map((who) => `database-in-use: The database folder ${folder} is in use by ${who}.`),
      ).toContain(line);
    }
  });

  it("loses no acknowledged act to kill -9, and its chain holds", async () => {
    fillFolder();
    for (const lines of [40, 7, 90]) {
      const writer = runChild(WRITES, [folder]);
      let acknowledged = 0;
      for (let n = 0; n < lines; n += 1) acknowledged = Number(await writer.nextLine());
      writer.process.kill("SIGKILL");
      await writer.ended;
      const db = await open();
      const report = await verifyChain(db, "clinic");
      expect(report).toMatchObject({ ok: true });
      expect(report.links).toBeGreaterThanOrEqual(acknowledged);
      await db.query(`delete from audit_link`);
      await db.query(`delete from audit_head`);
      await db.close();
    }
  });

  it("killed while it is being filled is filled anew", async () => {
    mkdirSync(join(folder, "cluster.new", "base"), { recursive: true });
    writeFileSync(join(folder, "cluster.new", "PG_VERSION"), "18\n");
    await (await open()).close();
    expect(readdirSync(folder).sort()).toEqual(["cluster", "lock"]);
  });

  it("made by another PostgreSQL is left alone, with a sentence", async () => {
    mkdirSync(join(folder, "cluster"));
    writeFileSync(join(folder, "cluster", "PG_VERSION"), "17\n");
    const refused = await openDb({ folder });
    expect(refused).toMatchObject({ ok: false, refusal: { kind: "not-applicable", code: "database-major" } });
    expect(!refused.ok && refused.refusal.sentence).toMatch(
      /was made by PostgreSQL 17; .* opens folders of PostgreSQL 18\. Start the version/,
    );
    expect(readdirSync(join(folder, "cluster"))).toEqual(["PG_VERSION"]);
    expect(await openDb({ folder })).toEqual(refused);
  });

  it("that is a file, or under one, is refused with a sentence", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    const refused = (path: string, why: string) => ({
      ok: false,
      refusal: { kind: "not-permitted", code: "folder-unwritable", sentence: `The database folder ${path} cannot be written (${why}).` },
    });
    expect(await openDb({ folder: file })).toEqual(refused(file, "it is a file"));
    expect(await openDb({ folder: join(file, "x") })).toEqual(refused(join(file, "x"), "a part of the path is a file"));
  });
});

const ROOT = process.getuid?.() === 0;

describe("an account that may not write the folder", { timeout: 60_000 }, () => {
  const openAsNobody = (path: string) => runChild(ROOT ? OPENS_AS_NOBODY : OPENS, [path]);

  it.each([
    ["in a folder of somebody else", () => join(folder, "new")],
    ["in a folder that may be read only", () => folder],
  ])("is told so %s", async (_where, path) => {
    chmodSync(folder, 0o555);
    const child = openAsNobody(path());
    expect(await child.nextLine()).toBe(`folder-unwritable: The database folder ${path()} cannot be written (permission denied).`);
    await child.ended;
    chmodSync(folder, 0o755);
  });

  const whereTheLockIsForeign = async () => {
    fillFolder();
    chmodSync(folder, 0o755);
    const child = openAsNobody(folder);
    expect(await child.nextLine()).toBe(`folder-unwritable: The database folder ${folder} cannot be written (permission denied).`);
    await child.ended;
  };
  if (ROOT) it("is told so where the lock is somebody else's", whereTheLockIsForeign);
});
