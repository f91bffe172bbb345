import { describe, expect, it } from "vitest";
import type { Db } from "./db.ts";
import { inSite } from "./in-site.ts";
import { eachEngine } from "./testing.ts";

const patient = (site: string, pseudonym: string) =>
  `insert into patient values ('${site}', gen_random_uuid(), '${pseudonym}', '2026-11-21', 'ana')`;
const pseudonyms = async (db: Db, site: string) =>
  (await inSite(db, site, (tx) => tx.query<{ pseudonym: string }>(`select pseudonym from patient order by 1`))).rows.map(
    (row) => row.pseudonym,
  );

const RECORD = ["answer", "audit_head", "audit_link", "evaluation", "evaluation_event", "hip", "patient"];
const LIBRARY = ["library_page", "library_version"];
const HISTORY = ["answer", "audit_link", "evaluation_event", "library_version"];

eachEngine((engine) => {
  describe("a transaction in a site", () => {
    it("sees and writes the rows of its site only", async () => {
      const db = await engine.emptyDb();
      await inSite(db, "a", (tx) => tx.query(patient("a", "A-1")));
      await inSite(db, "b", (tx) => tx.query(patient("b", "B-1")));

      expect([await pseudonyms(db, "a"), await pseudonyms(db, "b"), await pseudonyms(db, "c")]).toEqual([["A-1"], ["B-1"], []]);
      await expect(inSite(db, "a", (tx) => tx.query(patient("b", "B-2")))).rejects.toMatchObject({ code: "42501" });
    });

    it("leaves neither its role nor its site to whoever uses the connection next", async () => {
      const db = await engine.emptyDb();
      await inSite(db, "a", (tx) => tx.query(`select 1`));
      await expect(inSite(db, "a", (tx) => tx.query(`select 1 / 0`))).rejects.toThrow();
      for (let n = 0; n < 12; n += 1) {
        const { rows } = await db.query(
          `select session_user = current_user as own, coalesce(current_setting('calcar.site', true), '') as site`,
        );
        expect(rows).toEqual([{ own: true, site: "" }]);
      }
    });

    it("cannot leave its site by naming another", async () => {
      const db = await engine.emptyDb();
      await inSite(db, "a", (tx) => tx.query(patient("a", "A-1")));
      expect(await pseudonyms(db, "b")).toEqual([]);
      for (const site of ["", "A", "a b", "a'; reset role; --", "x".repeat(64)])
        expect(() => inSite(db, site, async () => 1)).toThrow("A site is");
    });
  });

  describe("the role of the app", () => {
    it.each(HISTORY)("may not change, delete or empty %s", async (table) => {
      const db = await engine.emptyDb();
      for (const sql of [`update ${table} set site_id = site_id`, `delete from ${table}`, `truncate ${table}`]) {
        await expect(inSite(db, "a", (tx) => tx.query(sql))).rejects.toMatchObject({ code: "42501" });
      }
    });

    it.each(RECORD.filter((table) => !HISTORY.includes(table)))("may not delete from %s or empty it", async (table) => {
      const db = await engine.emptyDb();
      for (const sql of [`delete from ${table}`, `truncate ${table}`, `update ${table} set site_id = site_id`]) {
        await expect(inSite(db, "a", (tx) => tx.query(sql))).rejects.toMatchObject({ code: "42501" });
      }
    });

    it("may delete a page of the library, and not change or empty the library", async () => {
      const db = await engine.emptyDb();
      await inSite(db, "a", (tx) => tx.query(`delete from library_page`));
      for (const sql of [`truncate library_page`, `update library_page set title = title`, `update library_page set created_by = 'ben'`]) {
        await expect(inSite(db, "a", (tx) => tx.query(sql))).rejects.toMatchObject({ code: "42501" });
      }
    });

    it("may not make, change or drop tables, nor take another role's place", async () => {
      const db = await engine.emptyDb();
      for (const sql of [`create table public.mine (n int)`, `drop table patient`, `alter table patient disable row level security`]) {
        await expect(inSite(db, "a", (tx) => tx.query(sql))).rejects.toMatchObject({ code: "42501" });
      }
      await expect(inSite(db, "a", (tx) => tx.query(`select * from calcar_migration`))).rejects.toMatchObject({ code: "42501" });
    });
  });

  describe("every table of the record and of the library", () => {
    it("has row-level security, forced upon its owner too", async () => {
      const db = await engine.emptyDb();
      const { rows } = await db.query<{ name: string; safe: boolean }>(
        `select relname as name, relrowsecurity and relforcerowsecurity as safe from pg_class
         where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'calcar_migration' order by 1`,
      );
      expect(rows).toEqual([...RECORD, ...LIBRARY].sort().map((name) => ({ name, safe: true })));
    });

    it("has keys that start with site_id", async () => {
      const db = await engine.emptyDb();
      const { rows } = await db.query(
        `select conrelid::regclass::text as "table", pg_get_constraintdef(pg_constraint.oid) as key from pg_constraint
         where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f') and conrelid <> 'calcar_migration'::regclass
           and pg_get_constraintdef(pg_constraint.oid) !~ '^(PRIMARY KEY|UNIQUE|FOREIGN KEY) \\(site_id[,)]'
         union all
         select indrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index join pg_class on pg_class.oid = indrelid
         where relnamespace = 'public'::regnamespace and indrelid <> 'calcar_migration'::regclass and pg_get_indexdef(indexrelid) !~ '\\(site_id[,)]'`,
      );
      expect(rows).toEqual([]);
    });
  });
});
