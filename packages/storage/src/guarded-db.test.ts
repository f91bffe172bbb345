import { describe, expect, it } from "vitest";
import type { Tx } from "./db.ts";
import { eachEngine } from "./testing.ts";

eachEngine((engine) => {
  const emptyTable = async () => {
    const db = await engine.emptyDb();
    await db.query(`drop table if exists note`);
    await db.query(`create table note (n integer)`);
    return { db, notes: async () => (await db.query<{ n: number }>(`select n from note order by n`)).rows.map(({ n }) => n) };
  };

  describe("a transaction", () => {
    it("keeps what was done when it returns, and gives back what it returned", async () => {
      const { db, notes } = await emptyTable();
      expect(
        await db.transaction(async (tx) => (await tx.query<{ n: number }>(`insert into note values (7) returning n`)).rows[0]?.n),
      ).toBe(7);
      expect(await notes()).toEqual([7]);
    });

    it("leaves nothing behind when it throws", async () => {
      const { db, notes } = await emptyTable();
      const work = db.transaction(async (tx) => {
        await tx.query(`insert into note values (1)`);
        throw new Error("changed my mind");
      });
      await expect(work).rejects.toThrow("changed my mind");
      expect(await notes()).toEqual([]);
    });

    it("throws when a failed statement was swallowed: its writes are gone and nobody may think otherwise", async () => {
      const { db, notes } = await emptyTable();
      const work = db.transaction(async (tx) => {
        await tx.query(`insert into note values (1)`);
        await tx.query(`select 1 / 0`).then(undefined, () => "swallowed");
        return "done";
      });
      await expect(work).rejects.toThrow("all of it is undone");
      expect(await notes()).toEqual([]);
    });

    it("throws at once when the database is used beside its tx, instead of waiting for ever", async () => {
      const { db, notes } = await emptyTable();
      await expect(db.transaction(() => db.query(`select 1`))).rejects.toThrow("use the tx");
      await expect(db.transaction(() => db.transaction(async () => 1))).rejects.toThrow("use the tx");
      await expect(
        db.transaction(async (tx) => [await tx.query(`insert into note values (1)`), await db.query(`select 1`)]),
      ).rejects.toThrow();
      expect(await notes()).toEqual([]);
    });

    it("lets others use the database meanwhile and afterwards", async () => {
      const { db, notes } = await emptyTable();
      const one = (n: number) => db.transaction((tx) => tx.query(`insert into note values ($1)`, [n]));
      await Promise.all([one(1), one(2), db.query(`insert into note values (3)`)]);
      await one(4).then(() => db.query(`insert into note values (5)`));
      expect(await notes()).toEqual([1, 2, 3, 4, 5]);
    });

    it("ends with its tx: a statement sent later throws", async () => {
      const { db } = await emptyTable();
      let kept: Tx | undefined;
      await db.transaction(async (tx) => {
        kept = tx;
      });
      await expect(kept!.query(`select 1`)).rejects.toThrow("after the end");
    });
  });

  it("throws on an undefined parameter rather than guess null", async () => {
    const { db } = await emptyTable();
    await expect(db.query(`select $1::text`, [undefined as unknown as null])).rejects.toThrow("undefined");
  });

  it("says which rule of the database was broken by its SQLSTATE", async () => {
    const { db } = await emptyTable();
    await expect(db.query(`insert into note values ('x')`)).rejects.toMatchObject({ code: "22P02" });
  });
});
