import { type Opening, refuseToOpen } from "../db.ts";
import type { Engine, Run } from "../engine.ts";
import type { Migration } from "./migration-files.ts";
import { type Applied, planMigrations } from "./migration-plan.ts";

const LOCK = 7_263_114; // any number, the same for every starter

/**
 * Brings a database up to date: each migration in a transaction of its own, with its checksum kept. Starters
 * at the same time wait for each other; one of them applies, the others find it done.
 *
 * @returns the names applied now
 * @refuses as `planMigrations`; not-permitted/migration-not-permitted when the account may not make what it makes
 */
export async function migrate(engine: Pick<Engine, "transaction">, migrations: readonly Migration[]): Promise<Opening<readonly string[]>> {
  const applied: string[] = [];
  for (;;) {
    const step = await applyNext(engine, migrations);
    if (!step.ok) return step;
    if (step.value === undefined) return { ok: true, value: applied };
    applied.push(step.value);
  }
}

async function applyNext(engine: Pick<Engine, "transaction">, migrations: readonly Migration[]): Promise<Opening<string | undefined>> {
  try {
    return await engine.transaction(async (run) => {
      const plan = planMigrations(migrations, await lockAndRead(run));
      const next = plan.ok ? plan.value[0] : undefined;
      if (!plan.ok || !next) return plan.ok ? { ok: true, value: undefined } : plan;
      await apply(run, next);
      return { ok: true, value: next.name };
    });
  } catch (error) {
    if ((error as { code?: string }).code !== "42501") throw error;
    return refuseToOpen("not-permitted", "migration-not-permitted", notPermitted((error as Error).message));
  }
}

const notPermitted = (words: string): string =>
  `The database account may not set up Calcar's tables (${words}). It must own the database and may create roles.`;

async function lockAndRead(run: Run): Promise<readonly Applied[]> {
  await run(`select pg_advisory_xact_lock(${LOCK})`);
  await run(`
    create table if not exists calcar_migration (
      number     integer     not null primary key,
      name       text        not null,
      checksum   text        not null,
      applied_at timestamptz not null default now()
    )`);
  const { rows } = await run(`select number, name, checksum from calcar_migration order by number`);
  return rows as Applied[];
}

async function apply(run: Run, { number, name, sql, checksum }: Migration): Promise<void> {
  await run(sql);
  await run(`insert into calcar_migration (number, name, checksum) values ($1, $2, $3)`, [number, name, checksum]);
}
