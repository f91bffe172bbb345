import { describe, expect, it } from "vitest";
import type { Engine, Native } from "../engine.ts";
import { pgliteEngine } from "../pglite/pglite-db.ts";
import { openPostgresql } from "../postgresql/postgresql-db.ts";
import { eachEngine, type TestEngine } from "../testing.ts";
import { migrate } from "./migrate.ts";
import { migrationOf } from "./migration-files.ts";

const one = migrationOf("0001-a.sql", "create table a (n integer);\ninsert into a values (1);\n");
const two = migrationOf("0002-b.sql", "create table b (n integer);\ninsert into b select n + 1 from a;\n");
const broken = migrationOf("0003-c.sql", "create table c (n integer);\nselect 1 / 0;\n");

async function enginesOf(native: Native, engine: TestEngine): Promise<Engine[]> {
  if (native.engine === "pglite") return [pgliteEngine(native.pglite).engine, pgliteEngine(native.pglite).engine];
  const opened = await Promise.all([0, 1, 2, 3].map(() => openPostgresql(engine.server()!.url("fresh"))));
  return opened.flatMap((opening) => (opening.ok ? [opening.value.engine] : []));
}

/** Engines on a database that no migration has seen, and a way to end with them. */
async function fresh(engine: TestEngine): Promise<{ engines: Engine[]; tables: () => Promise<unknown[]>; end: () => Promise<void> }> {
  const db = await engine.emptyDb();
  const aside = db.native.engine === "pglite";
  const script = aside ? `create schema fresh; set search_path to fresh` : `create database fresh`;
  for (const sql of script.split(";")) await db.query(sql);
  const engines = await enginesOf(db.native, engine);
  const first = engines[0]!;
  return {
    engines,
    tables: async () =>
      (
        await first.run(
          `select tablename as name from pg_tables where schemaname in ('fresh', 'public') and tablename in ('a', 'b', 'c') order by 1`,
          [],
        )
      ).rows,
    end: async () => {
      if (!aside) for (const one of engines) await one.close();
      for (const sql of aside ? [`set search_path to public`, `drop schema fresh cascade`] : [`drop database fresh`]) await db.query(sql);
    },
  };
}

eachEngine((engine) => {
  describe("migrations", () => {
    it("are applied once, in order, by whichever of the starters comes first", async () => {
      const { engines, tables, end } = await fresh(engine);
      const results = await Promise.all(engines.map((one_) => migrate(one_, [one, two])));
      expect(results.every(({ ok }) => ok)).toBe(true);
      expect(results.flatMap((result) => (result.ok ? result.value : [])).sort()).toEqual(["0001-a", "0002-b"]);
      expect(await tables()).toEqual([{ name: "a" }, { name: "b" }]);
      expect((await engines[0]!.run(`select n from b`, [])).rows).toEqual([{ n: 2 }]);
      expect(await migrate(engines[0]!, [one, two])).toEqual({ ok: true, value: [] });
      await end();
    });

    it("that fail leave nothing of themselves, and keep those before", async () => {
      const { engines, tables, end } = await fresh(engine);
      await expect(migrate(engines[0]!, [one, two, broken])).rejects.toThrow("division by zero");
      expect(await tables()).toEqual([{ name: "a" }, { name: "b" }]);
      expect(await migrate(engines[0]!, [one, two])).toEqual({ ok: true, value: [] });
      await end();
    });

    it("that were edited or are gone are refused, and nothing is applied", async () => {
      const { engines, tables, end } = await fresh(engine);
      await migrate(engines[0]!, [one]);
      const edited = migrationOf("0001-a.sql", "create table a (n bigint);\n");
      expect(await migrate(engines[0]!, [edited, two])).toMatchObject({ ok: false, refusal: { code: "migration-edited" } });
      expect(await migrate(engines[0]!, [two])).toMatchObject({ ok: false, refusal: { code: "migration-missing" } });
      expect(await tables()).toEqual([{ name: "a" }]);
      await end();
    });
  });
});
