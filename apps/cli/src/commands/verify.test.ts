import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Db, inSite, openDb, recordAct } from "@calcar/storage";
import { afterAll, beforeAll, expect, it } from "vitest";
import { calcar } from "../testing.ts";

const folder = mkdtempSync(join(tmpdir(), "calcar-verify-"));
const data = join(folder, "data");
const verify = (...args: string[]) => calcar(["verify", "--data", data, ...args]);

async function onRecord<R>(work: (db: Db) => Promise<R>): Promise<R> {
  const opened = await openDb({ folder: data });
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}

const note = (db: Db, id: string) =>
  inSite(db, "clinic", (tx) => {
    const act = {
      site: "clinic",
      actor: "ana",
      act: "hip.open",
      subject: { kind: "hip", id },
      detail: {},
      at: new Date("2026-11-21T12:00:00Z"),
    };
    return recordAct(tx, act);
  });

beforeAll(() =>
  onRecord(async (db) => {
    for (const id of ["1", "2", "3"]) await note(db, id);
  }),
);
afterAll(() => rmSync(folder, { recursive: true }));

it("says what it checked, with counts", async () => {
  const { status, out } = await verify();
  expect(status).toBe(0);
  expect(out).toMatch(
    /^Audit chain of clinic in .*: sound, 3 links\.\n {2}head 3:[0-9a-f]{64}\nKnowledge [0-9a-f]{16}: read and cross-checked; \d+ sources, \d+ studies/,
  );
});

it("tells a program the same", async () => {
  const { status, out } = await verify("--format", "json");
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    chain: { ok: true, links: 3 },
    knowledge: { version: expect.any(String), counts: { studies: expect.any(Number) } },
  });
});

it("holds the chain to a head that was kept elsewhere", async () => {
  const head = /head (\S+)/.exec((await verify()).out)![1]!;
  expect((await verify("--anchor", head)).status).toBe(0);
  expect(await verify("--anchor", `3:${"0".repeat(64)}`)).toMatchObject({ status: 1, out: expect.stringContaining("BROKEN at link 3") });
});

it.each([
  ["--anchor", "3"],
  ["--format", "xml"],
  ["--nonsense", "1"],
])("refuses %s %s", async (...args) => expect(await verify(...args)).toMatchObject({ status: 2, out: "" }));

it("does not take a folder without a database for an empty record", async () => {
  const { status, err } = await calcar(["verify", "--data", join(folder, "elsewhere")]);
  expect(status).toBe(2);
  expect(err).toMatch(/holds no database; expected the folder that calcar serve was started with/);
});

it("names the link that was changed, and exits 1", async () => {
  await onRecord((db) => db.query(`update audit_link set actor = 'eve' where sequence = 2`));
  expect(await verify()).toMatchObject({
    status: 1,
    out: expect.stringContaining("BROKEN at link 2, which does not say what was sealed; 1 link before it sound"),
  });
});
