import { describe, expect, it } from "vitest";
import type { Engine } from "../engine.ts";
import { pgliteEngine } from "../pglite/pglite-db.ts";
import { openPostgresql } from "../postgresql/postgresql-db.ts";
import { memoryPGlite } from "../testing/pglite-template.ts";
import { eachEngine, type TestEngine } from "../testing.ts";
import { migrate } from "./migrate.ts";
import { migrationOf } from "./migration-files.ts";

const one = migrationOf("0001-a.sql", "create table a (n integer);\ninsert into a values (1);\n");
const two = migrationOf("0002-b.sql", "create table b (n integer);\ninsert into b select n + 1 from a;\n");
const broken = migrationOf("0003-c.sql", "create table c (n integer);\nselect 1 / 0;\n");

/** Several engines on one database that no migration has seen, and a way to end with them. */
interface Fresh {
  readonly engines: readonly Engine[];
  readonly end: () => Promise<void>;
}

async function freshPGlite(): Promise<Fresh> {
  const pglite = await memoryPGlite();
  return { engines: [pgliteEngine(pglite), pgliteEngine(pglite)], end: () => pglite.close() };
}

async function freshPostgresql(engine: TestEngine): Promise<Fresh> {
  const db = await engine.emptyDb();
  await db.query(`create database fresh`);
  const opened = await Promise.all([0, 1, 2, 3].map(() => openPostgresql(engine.server()!.url("fresh"))));
  const engines = opened.flatMap((opening) => (opening.ok ? [opening.value] : []));
  const end = async () => {
    await Promise.all(engines.map((starter) => starter.close()));
    await db.query(`drop database fresh`);
  };
  return { engines, end };
}

const tablesOf = async ({ engines }: Fresh) =>
  (await engines[0]!.run(`select tablename as name from pg_tables where schemaname = 'public' and length(tablename) = 1 order by 1`, []))
    .rows;

eachEngine((engine) => {
  const fresh = () => (engine.name === "PGlite" ? freshPGlite() : freshPostgresql(engine));

  describe("migrations", () => {
    it("are applied once, in order, by whichever of the starters comes first", async () => {
      const database = await fresh();
      const { engines, end } = database;
      const results = await Promise.all(engines.map((starter) => migrate(starter, [one, two])));
      expect(results.every(({ ok }) => ok)).toBe(true);
      expect(results.flatMap((result) => (result.ok ? result.value : [])).sort()).toEqual(["0001-a", "0002-b"]);
      expect(await tablesOf(database)).toEqual([{ name: "a" }, { name: "b" }]);
      expect((await engines[0]!.run(`select n from b`, [])).rows).toEqual([{ n: 2 }]);
      expect(await migrate(engines[0]!, [one, two])).toEqual({ ok: true, value: [] });
      await end();
    });

    it("that fail leave nothing of themselves, and keep those before", async () => {
      const database = await fresh();
      const { engines, end } = database;
      await expect(migrate(engines[0]!, [one, two, broken])).rejects.toThrow("division by zero");
      expect(await tablesOf(database)).toEqual([{ name: "a" }, { name: "b" }]);
      expect(await migrate(engines[0]!, [one, two])).toEqual({ ok: true, value: [] });
      await end();
    });

    it("that were edited or are gone are refused, and nothing is applied", async () => {
      const database = await fresh();
      const { engines, end } = database;
      await migrate(engines[0]!, [one]);
      const edited = migrationOf("0001-a.sql", "create table a (n bigint);\n");
      expect(await migrate(engines[0]!, [edited, two])).toMatchObject({ ok: false, refusal: { code: "migration-edited" } });
      expect(await migrate(engines[0]!, [two])).toMatchObject({ ok: false, refusal: { code: "migration-missing" } });
      expect(await tablesOf(database)).toEqual([{ name: "a" }]);
      await end();
    });
  });
});
