import type { AuditAct } from "@calcar/access";
import { describe, expect, it } from "vitest";
import type { Db } from "../db.ts";
import { inSite } from "../in-site.ts";
import { eachEngine } from "../testing.ts";
import { recordAct } from "./record-act.ts";
import { verifyChain } from "./verify-chain.ts";

const actOf = (site: string, n: number): AuditAct => ({
  site,
  actor: "ana",
  act: "hip.open",
  subject: { kind: "hip", id: `${n}` },
  detail: { patient: `p${n}`, ü: [n, null, true, 0.1] },
  at: new Date(Date.UTC(2026, 10, 21, 12, 0, 0, n)),
});
const write = (db: Db, n: number, site = "clinic") => inSite(db, site, (tx) => recordAct(tx, actOf(site, n)));

async function chainOf(db: Db, length: number): Promise<Db> {
  await inSite(db, "clinic", async (tx) => {
    for (let n = 1; n <= length; n += 1) await recordAct(tx, actOf("clinic", n));
  });
  return db;
}

eachEngine((engine) => {
  describe("an act", () => {
    it("is written with the act itself or not at all", async () => {
      const db = await engine.emptyDb();
      const failing = inSite(db, "clinic", async (tx) => {
        await recordAct(tx, actOf("clinic", 1));
        throw new Error("the act failed");
      });
      await expect(failing).rejects.toThrow("the act failed");
      expect(await verifyChain(db, "clinic")).toMatchObject({ ok: true, links: 0 });
    });

    it("is refused in the transaction of another site", async () => {
      const db = await engine.emptyDb();
      await expect(inSite(db, "elsewhere", (tx) => recordAct(tx, actOf("clinic", 1)))).rejects.toThrow();
      expect(await verifyChain(db, "clinic")).toMatchObject({ ok: true, links: 0 });
    });

    it("gets the next number of its site without a gap, whoever writes at the same time", async () => {
      const db = await engine.emptyDb();
      const some = Array.from({ length: 60 }, (_, n) => write(db, n, n % 3 ? "clinic" : "elsewhere"));
      const failing = Array.from({ length: 10 }, () => write(db, 1).then(() => inSite(db, "clinic", (tx) => tx.query(`select 1 / 0`))));
      await Promise.allSettled([...some, ...failing]);

      expect(await verifyChain(db, "clinic")).toMatchObject({ ok: true, links: 50 });
      expect(await verifyChain(db, "elsewhere")).toMatchObject({ ok: true, links: 20 });
      const { rows } = await db.query(
        `select array_agg(sequence order by sequence)::int[] as numbers from audit_link where site_id = 'clinic'`,
      );
      expect(rows).toEqual([{ numbers: Array.from({ length: 50 }, (_, n) => n + 1) }]);
    });
  });

  describe("the walk along the chain", () => {
    it("finds a chain sound that nobody touched, over several batches", async () => {
      const db = await chainOf(await engine.emptyDb(), 2_050);
      expect(await verifyChain(db, "clinic")).toEqual({
        ok: true,
        links: 2_050,
        head: { sequence: 2_050, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      });
    });

    it.each([
      ["changed", `update audit_link set actor = 'eve' where sequence = 3`],
      ["changed", `update audit_link set detail = '{}' where sequence = 3`],
      ["changed", `update audit_link set at = at + interval '1 millisecond' where sequence = 3`],
      ["changed", `update audit_link set hash = previous where sequence = 3`],
      ["out-of-order", `update audit_link set previous = hash where sequence = 3`],
      ["removed", `delete from audit_link where sequence = 3`],
      ["removed", `update audit_link set sequence = 99 where sequence = 3`],
      [
        "out-of-order",
        `update audit_link set sequence = 7 - sequence + 100 where sequence in (3, 4); update audit_link set sequence = sequence - 100 where sequence > 100`,
      ],
    ])("names the third link as %s after: %s", async (fault, tampering) => {
      const db = await chainOf(await engine.emptyDb(), 8);
      for (const sql of tampering.split(";")) await db.query(sql);
      expect(await verifyChain(db, "clinic")).toEqual({ ok: false, links: 2, broken: { sequence: 3, fault } });
    });

    it("names links that were put at the end without the chain, cut off its end, or rewritten there", async () => {
      const db = await chainOf(await engine.emptyDb(), 8);
      await db.query(
        `insert into audit_link select site_id, 9, at, actor, act, subject_kind, subject_id, detail, hash, previous from audit_link where sequence = 8`,
      );
      expect(await verifyChain(db, "clinic")).toEqual({ ok: false, links: 8, broken: { sequence: 9, fault: "appended" } });
      await db.query(`delete from audit_link where sequence >= 8`);
      expect(await verifyChain(db, "clinic")).toEqual({ ok: false, links: 7, broken: { sequence: 8, fault: "removed" } });
      await db.query(`delete from audit_head`);
      expect(await verifyChain(db, "clinic")).toEqual({ ok: false, links: 0, broken: { sequence: 1, fault: "appended" } });
    });

    it("finds a tail that was rewritten together with the head, once it is given a head noted before", async () => {
      const db = await chainOf(await engine.emptyDb(), 8);
      const before = await verifyChain(db, "clinic");
      const anchor = before.ok ? before.head : undefined;
      await write(db, 9);
      expect(await verifyChain(db, "clinic", anchor)).toMatchObject({ ok: true, links: 9 });

      await db.query(`delete from audit_link where sequence >= 8`);
      await db.query(`update audit_head set sequence = 7, hash = (select hash from audit_link where sequence = 7)`);
      expect(await verifyChain(db, "clinic")).toMatchObject({ ok: true, links: 7 });
      expect(await verifyChain(db, "clinic", anchor)).toEqual({ ok: false, links: 7, broken: { sequence: 8, fault: "removed" } });
      await write(db, 80);
      expect(await verifyChain(db, "clinic", anchor)).toEqual({ ok: false, links: 7, broken: { sequence: 8, fault: "changed" } });
    });

    it("is not disturbed by those who write meanwhile", async () => {
      const db = await chainOf(await engine.emptyDb(), 300);
      const writing = Promise.all(Array.from({ length: 40 }, (_, n) => write(db, n)));
      const reports = await Promise.all([verifyChain(db, "clinic"), verifyChain(db, "clinic"), verifyChain(db, "clinic")]);
      await writing;
      expect(reports.every(({ ok }) => ok)).toBe(true);
      expect(await verifyChain(db, "clinic")).toMatchObject({ ok: true, links: 340 });
    });
  });
});
