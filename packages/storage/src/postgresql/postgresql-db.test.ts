import { createServer } from "node:net";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { inSite } from "../in-site.ts";
import { openDb, recordAct, verifyChain } from "../index.ts";
import { onPostgresql, startPostgres, type TestEngine } from "../testing.ts";
import { addressOf, whyUnreachable } from "./connection-refusal.ts";
import { checkVersion } from "./postgresql-db.ts";

const SECRET = "hunter2secret";
const refusalOf = async (url: string) => {
  const opened = await openDb({ url });
  if (opened.ok) throw new Error("it opened");
  return opened.refusal;
};

describe("a database that cannot be reached", () => {
  it("is named by host, port and database, without the password", async () => {
    const refusal = await refusalOf(`postgres://ana:${SECRET}@127.0.0.1:1/calcar`);
    expect(refusal).toEqual({
      kind: "unavailable",
      code: "database-unreachable",
      sentence: "The database at 127.0.0.1:1 (database calcar) cannot be reached: nothing listens there.",
    });
    expect((await refusalOf(`postgres://ana:${SECRET}@localhost:1/calcar`)).sentence).toMatch(/nothing listens there/);
    expect((await refusalOf(`postgres://ana:${SECRET}@no-such-host.invalid/calcar`)).sentence).toMatch(
      /(no such host|could not be looked up)\.$/,
    );
    expect((await refusalOf(`postgres://ana:${SECRET}@/calcar?host=/no/such/folder`)).sentence).toMatch(/no such socket\.$/);
  });

  it("and does not answer is given up after a few seconds", { timeout: 20_000 }, async () => {
    const silent = createServer((socket) => socket.on("error", () => {})).listen(0, "127.0.0.1");
    await new Promise((listening) => silent.once("listening", listening));
    const { port } = silent.address() as { port: number };
    expect(await refusalOf(`postgres://ana:${SECRET}@127.0.0.1:${port}/calcar`)).toMatchObject({
      code: "database-unreachable",
      sentence: expect.stringMatching(/no answer in time\.$/),
    });
    silent.close();
  });

  it.each([
    `postgres://ana:${SECRET}/x@host/calcar`,
    `postgres://ana:${SECRET}@host:port/calcar`,
    `mysql://ana:${SECRET}@host/calcar`,
    SECRET,
    "",
  ])("by an address that is none (%s) is refused without repeating it", async (url) => {
    const refusal = await refusalOf(url);
    expect(refusal).toMatchObject({ kind: "invalid", code: "database-url" });
    expect(refusal.sentence).not.toContain(SECRET);
  });

  it.each(["28P01", "28000", "3D000", "42501", "57P03", "53300", "XX000"])(
    "for the reason %s gets a sentence of its own without the error's words",
    (code) => {
      const refused = whyUnreachable(Object.assign(new Error(`for ${SECRET}`), { code }), "host:5432 (database calcar)");
      expect(!refused.ok && refused.refusal.sentence).toMatch(
        /^The database at host:5432 \(database calcar\) (turned Calcar down|cannot be reached): .+\.$/,
      );
      expect(JSON.stringify(refused)).not.toContain(SECRET);
    },
  );
});

it.each([
  [150_000, true],
  [150_018, true],
  [180_006, true],
  [140_021, false],
  [90_624, false],
])("takes PostgreSQL 15 and newer: %i %s", (number, ok) => {
  const checked = checkVersion(number, "host:5432 (database calcar)");
  expect(checked.ok).toBe(ok);
  if (!checked.ok)
    expect(checked.refusal.sentence).toMatch(
      /^The database at host:5432 \(database calcar\) is PostgreSQL (14|9); Calcar needs PostgreSQL 15 or newer\.$/,
    );
});

it("names a socket by its folder", () => {
  expect(addressOf(`postgres://ana:${SECRET}@/calcar?host=/run/pg`)).toEqual({ ok: true, value: "/run/pg (database calcar)" });
});

const turnedDown = async (engine: TestEngine) => {
  await engine.emptyDb();
  const url = engine.server()!.url;
  const wrong = await refusalOf(url("postgres", "postgres", SECRET));
  expect(wrong).toMatchObject({
    kind: "not-permitted",
    code: "database-sign-in",
    sentence: expect.stringMatching(/user name and password\.$/),
  });
  expect((await refusalOf(url("nowhere"))).sentence).toMatch(/turned Calcar down: it has no database of that name\.$/);
};

const ownedByAPlainAccount = async (engine: TestEngine) => {
  const db = await engine.emptyDb();
  await db.query(`create role clinic login password 'clinic'`);
  await db.query(`create database clinic owner clinic`);
  // The superuser made the role, in another database of this server: a plain account cannot grant it to itself.
  expect(await refusalOf(engine.server()!.url("clinic", "clinic", "clinic"))).toMatchObject({ code: "migration-not-permitted" });
  await db.query(`grant calcar_app to clinic`);
  const again = await openDb({ url: engine.server()!.url("clinic", "clinic", "clinic") });
  if (!again.ok) throw new Error(again.refusal.sentence);
  const act = { site: "clinic", actor: "ana", act: "hip.open", subject: { kind: "hip", id: "1" }, detail: {}, at: new Date() };
  await inSite(again.value, "clinic", (tx) => recordAct(tx, act));
  expect(await verifyChain(again.value, "clinic")).toMatchObject({ ok: true, links: 1 });
  expect((await again.value.query(`select * from audit_link`)).rows).toEqual([]); // forced upon the owner too
  await again.value.close();
};

const setsUpAFreshServer = async () => {
  const server = (await startPostgres())!;
  const setUp = new pg.Client({ connectionString: server.url() });
  await setUp.connect();
  await setUp.query(`create role clinic login createrole password 'clinic'`);
  await setUp.query(`create database clinic owner clinic`);
  await setUp.end();
  const opened = await openDb({ url: server.url("clinic", "clinic", "clinic") });
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  expect(await verifyChain(opened.value, "clinic")).toMatchObject({ ok: true, links: 0 });
  await opened.value.close();
  await server.stop();
};

const maySetUpNothing = async (engine: TestEngine) => {
  const db = await engine.emptyDb();
  await db.query(`create role guest login password 'guest'`);
  expect(await refusalOf(engine.server()!.url("postgres", "guest", "guest"))).toMatchObject({
    kind: "not-permitted",
    code: "migration-not-permitted",
  });
};

const survivesALostConnection = async (engine: TestEngine) => {
  const db = await engine.emptyDb();
  const lost = inSite(db, "clinic", async (tx) => {
    await recordAct(tx, { site: "clinic", actor: "ana", act: "hip.open", subject: { kind: "hip", id: "1" }, detail: {}, at: new Date() });
    await tx.query(`reset role`);
    await tx.query(`select pg_terminate_backend(pg_backend_pid())`);
  });
  await expect(lost).rejects.toThrow();
  expect(await verifyChain(db, "clinic")).toMatchObject({ ok: true, links: 0 });
};

onPostgresql((engine) => {
  it("turns down a wrong password and an unknown database in a sentence", () => turnedDown(engine));
  it("serves an account that owns only its database", () => ownedByAPlainAccount(engine));
  it("is set up by an account that may create roles and is no superuser", setsUpAFreshServer);
  it("refuses an account that may set up nothing", () => maySetUpNothing(engine));
  it("loses a transaction with its connection, and nothing else", () => survivesALostConnection(engine));
});
