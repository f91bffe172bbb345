import { randomUUID } from "node:crypto";
import { type Db, verifyChain } from "@calcar/storage";
import { eachEngine } from "@calcar/storage/testing";
import { describe, expect, it } from "vitest";
import { KeptVersion, LibraryLine } from "../schema.ts";
import { type Check, MOST_HELD, MOST_VERSIONS } from "./check.ts";
import { addPage, deletePage, listPages } from "./page.store.ts";
import { addVersion, readPageHistory, readVersion } from "./version.store.ts";

const ana = { site: "clinic", actor: "ana", at: new Date("2026-11-21T12:00:00.123Z") };
const ben = { ...ana, actor: "ben", at: new Date("2026-11-22T12:00:00Z") };
const elsewhere = { ...ana, site: "other" };

const check = (part: Partial<Check> = {}): Check => ({
  sentences: 40,
  findings: { error: 2, warning: 1, info: 0 },
  suppressed: 1,
  knowledge: "k1",
  rules: "r1",
  held: { text: "It is safe.\u0000\ud800", findings: [1] },
  ...part,
});

async function added(db: Db, heading = { title: "A clinic" } as { title: string; address?: string }): Promise<string> {
  const id = randomUUID();
  expect(await addPage(db, ana, { id, heading, check: check() })).toEqual({ ok: true, value: { page: id, version: 1, isNew: true } });
  return id;
}
const acts = async (db: Db) => (await db.query(`select act, actor, subject_id as page, detail from audit_link order by sequence`)).rows;

eachEngine((engine) => {
  describe("a page", () => {
    it("is kept to the letter with its numbers, and who kept it is in the audit", async () => {
      const db = await engine.emptyDb();
      const page = await added(db, { title: "A clinic", address: "https://clinic.example/cells" });

      const [line] = await listPages(db, ana);
      expect(LibraryLine.parse(line)).toEqual(line);
      const { held, ...numbers } = check();
      expect(line).toMatchObject({ id: page, title: "A clinic", address: "https://clinic.example/cells", versions: 1, createdBy: "ana" });
      expect(line!.last).toEqual({ version: 1, ...numbers, savedAt: "2026-11-21T12:00:00.123Z", savedBy: "ana" });
      expect(await readVersion(db, ana, { page })).toMatchObject({ ok: true, value: { held, line: { version: 1 } } });
      expect(await acts(db)).toEqual([{ act: "library.add", actor: "ana", page, detail: { version: 1, knowledge: "k1" } }]);
    });

    it("is refused under an address that another page has, and nothing is kept", async () => {
      const db = await engine.emptyDb();
      await added(db, { title: "First", address: "https://clinic.example/" });
      const again = await addPage(db, ben, {
        id: randomUUID(),
        heading: { title: "Second", address: "https://clinic.example/" },
        check: check(),
      });
      expect(again).toMatchObject({
        ok: false,
        refusal: { kind: "conflict", code: "address-known", problems: [{ place: "query.address" }] },
      });
      expect(await listPages(db, ana)).toHaveLength(1);
      expect(await verifyChain(db, "clinic")).toMatchObject({ ok: true, links: 1 });
    });

    it("may be one of many without an address", async () => {
      const db = await engine.emptyDb();
      await added(db);
      await added(db);
      expect(await listPages(db, ana)).toHaveLength(2);
    });

    it("is refused when it is too large to keep", async () => {
      const db = await engine.emptyDb();
      const large = check({ held: "x".repeat(MOST_HELD) });
      const refused = { ok: false, refusal: { kind: "invalid", code: "too-large-to-keep" } };
      expect(await addPage(db, ana, { id: randomUUID(), heading: { title: "Long" }, check: large })).toMatchObject(refused);
      expect(await addVersion(db, ana, { page: await added(db), check: large })).toMatchObject(refused);
    });
  });

  describe("a further check", () => {
    it("adds a version and leaves the first as it was", async () => {
      const db = await engine.emptyDb();
      const page = await added(db);
      const next = check({ findings: { error: 0, warning: 1, info: 0 }, knowledge: "k2", held: { text: "It may help." } });
      const kept = await addVersion(db, ben, { page, check: next });
      expect(kept).toEqual({ ok: true, value: { page, version: 2, isNew: true } });
      expect(kept.ok && KeptVersion.parse(kept.value)).toBeTruthy();

      const history = await readPageHistory(db, ana, page);
      expect(history).toMatchObject({ ok: true, value: { versions: 2, last: { version: 2 }, createdBy: "ana" } });
      expect(history.ok && history.value.history.map(({ version, savedBy, knowledge }) => [version, savedBy, knowledge])).toEqual([
        [2, "ben", "k2"],
        [1, "ana", "k1"],
      ]);
      expect(await readVersion(db, ana, { page, version: 1 })).toMatchObject({ ok: true, value: { held: check().held } });
      expect((await acts(db))[1]).toEqual({ act: "library.check", actor: "ben", page, detail: { version: 2, knowledge: "k2" } });
    });

    it("that says the very same with the same knowledge adds nothing, and with other knowledge is a version", async () => {
      const db = await engine.emptyDb();
      const page = await added(db);
      expect(await addVersion(db, ben, { page, check: check() })).toEqual({ ok: true, value: { page, version: 1, isNew: false } });
      expect(await verifyChain(db, "clinic")).toMatchObject({ links: 1 });
      expect(await addVersion(db, ben, { page, check: check({ knowledge: "k2" }) })).toMatchObject({ value: { version: 2, isNew: true } });
    });

    it("is numbered without a gap when many come at once", async () => {
      const db = await engine.emptyDb();
      const page = await added(db);
      const kept = await Promise.all(Array.from({ length: 12 }, (_, n) => addVersion(db, ana, { page, check: check({ held: n }) })));
      expect(kept.map((one) => one.ok && one.value.version).sort((a, b) => Number(a) - Number(b))).toEqual([
        2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
      ]);
    });

    it("is refused above the most versions of one page", async () => {
      const db = await engine.emptyDb();
      const page = await added(db);
      for (let n = 2; n <= MOST_VERSIONS; n += 1) await addVersion(db, ana, { page, check: check({ held: n }) });
      expect(await addVersion(db, ana, { page, check: check({ held: 0 }) })).toMatchObject({ refusal: { code: "too-many-versions" } });
    });
  });

  describe("deletion", () => {
    it("takes a page with its versions, and is in the audit", async () => {
      const db = await engine.emptyDb();
      const page = await added(db);
      await addVersion(db, ben, { page, check: check({ held: 2 }) });
      expect(await deletePage(db, ana, page)).toEqual({ ok: true, value: undefined });
      expect(await listPages(db, ana)).toEqual([]);
      expect((await db.query(`select * from library_version`)).rows).toEqual([]);
      expect((await acts(db)).at(-1)).toEqual({ act: "library.delete", actor: "ana", page, detail: { versions: 2 } });
    });

    it("is for the person who added the page", async () => {
      const db = await engine.emptyDb();
      const page = await added(db);
      expect(await deletePage(db, ben, page)).toMatchObject({ ok: false, refusal: { kind: "not-permitted", code: "not-yours" } });
      expect(await listPages(db, ana)).toHaveLength(1);
    });
  });

  it("finds nothing of another site, and nothing under an id that is none", async () => {
    const db = await engine.emptyDb();
    const page = await added(db);
    const gone = { ok: false, refusal: { kind: "not-found", code: "library-page" } };
    for (const [ctx, id] of [
      [elsewhere, page],
      [ana, randomUUID()],
      [ana, "x"],
    ] as const) {
      expect(await readPageHistory(db, ctx, id)).toEqual(gone);
      expect(await readVersion(db, ctx, { page: id })).toEqual(gone);
      expect(await addVersion(db, ctx, { page: id, check: check() })).toEqual(gone);
      expect(await deletePage(db, ctx, id)).toEqual(gone);
    }
    expect(await listPages(db, elsewhere)).toEqual([]);
    expect(await readVersion(db, ana, { page, version: 2 })).toMatchObject({ refusal: { code: "library-version" } });
  });
});
