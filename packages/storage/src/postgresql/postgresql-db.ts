import pg from "pg";
import { type Opening, refuseToOpen } from "../db.ts";
import type { Engine, Run } from "../engine.ts";
import { KEPT_AS_TEXT } from "../value-types.ts";
import { addressOf, whyUnreachable } from "./connection-refusal.ts";

export const OLDEST_MAJOR = 15;
const CONNECT_WITHIN_MS = 5_000;
const STUCK_AFTER_MS = 30_000; // an open transaction without a statement: it would keep a whole site's writers waiting

/**
 * Opens a PostgreSQL server.
 *
 * @param url `postgres://user:password@host:port/database`; other forms that libpq knows work too
 * @refuses invalid/database-url when it is no address
 * @refuses unavailable/database-unreachable when nobody answers there
 * @refuses not-permitted/database-sign-in when the server turns the account or the database name down
 * @refuses not-applicable/database-too-old when it is older than PostgreSQL 15
 */
export async function openPostgresql(url: string): Promise<Opening<Engine>> {
  const address = addressOf(url);
  if (!address.ok) return address;
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    idle_in_transaction_session_timeout: STUCK_AFTER_MS,
    types: { getTypeParser },
  });
  // A server that goes away ends idle connections; the pool drops them and the next statement opens another.
  pool.on("error", () => {});

  const checked = await checkServer(pool, address.value);
  if (checked.ok) return { ok: true, value: engineOf(pool) };
  await pool.end();
  return checked;
}

async function checkServer(pool: pg.Pool, address: string): Promise<Opening<undefined>> {
  try {
    const { rows } = await pool.query<{ number: string }>(`select current_setting('server_version_num') as number`);
    return checkVersion(Number(rows[0]?.number), address);
  } catch (error) {
    return whyUnreachable(error, address);
  }
}

/** @param number as in `server_version_num`: 150004 is PostgreSQL 15.4 */
export function checkVersion(number: number, address: string): Opening<undefined> {
  const major = Math.floor(number / 10_000);
  if (major >= OLDEST_MAJOR) return { ok: true, value: undefined };
  const sentence = `The database at ${address} is PostgreSQL ${major}; Calcar needs PostgreSQL ${OLDEST_MAJOR} or newer.`;
  return refuseToOpen("not-applicable", "database-too-old", sentence);
}

const asText = (value: string) => value;

const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: "text" | "binary") =>
  format !== "binary" && KEPT_AS_TEXT.includes(oid) ? asText : pg.types.getTypeParser(oid, format as "text");

function engineOf(pool: pg.Pool): Engine {
  return { run: runOn(pool), transaction: (work) => transactionOn(pool, work), close: () => (pool.ended ? Promise.resolve() : pool.end()) };
}

async function transactionOn<R>(pool: pg.Pool, work: (run: Run) => Promise<R>): Promise<R> {
  const client = await pool.connect();
  client.on("error", ignoreLoss);
  let broken: Error | undefined;
  try {
    await client.query("begin");
    const result = await work(runOn(client));
    await client.query("commit");
    return result;
  } catch (error) {
    broken = await rollBack(client);
    throw error;
  } finally {
    client.off("error", ignoreLoss);
    client.release(broken);
  }
}

/** A lost connection also fails the statement under way, which is where it is reported. */
const ignoreLoss = () => {};

/** Gives the error back when the connection itself is gone; the pool then throws it away. The first error is the one to report. */
const rollBack = (client: pg.PoolClient): Promise<Error | undefined> =>
  client.query("rollback").then(
    () => undefined,
    (error: Error) => error,
  );

const runOn =
  (connection: Pick<pg.Pool, "query"> | Pick<pg.PoolClient, "query">): Run =>
  async (sql, params) => {
    if (params !== undefined) return { rows: (await connection.query(sql, [...params])).rows };
    const results: pg.QueryResult | pg.QueryResult[] = await connection.query(sql);
    return { rows: (Array.isArray(results) ? results.at(-1)?.rows : results.rows) ?? [] };
  };
