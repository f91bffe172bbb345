import { AsyncLocalStorage } from "node:async_hooks";
import type { Db, Param, Rows, Tx } from "./db.ts";
import type { Engine, Run } from "./engine.ts";

/** Of one transaction: whether it still runs, and the first statement of it that failed. */
interface Running {
  open: boolean;
  failed?: { readonly error: unknown };
}

/**
 * Makes a `Db` of an engine and keeps transactions honest.
 *
 * Inside one only its `tx` may be used: on PGlite a statement beside the open transaction would wait for
 * ever, on PostgreSQL it would silently run outside of it. And a transaction with a failed statement throws
 * even when the failure was swallowed: both engines answer its commit with a rollback and no error.
 */
export function guardedDb(engine: Engine): Db {
  const current = new AsyncLocalStorage<Running>();
  const forbidInside = (what: string) => {
    if (current.getStore()?.open) throw new Error(`${what} inside a transaction: use the tx that the transaction was given`);
  };

  return {
    query: async <T>(sql: string, params?: readonly Param[]) => {
      forbidInside("db.query");
      return send<T>(engine.run, sql, params);
    },
    transaction: async <R>(work: (tx: Tx) => Promise<R>) => {
      forbidInside("db.transaction");
      const running: Running = { open: true };
      return engine.transaction((run) => current.run(running, () => toTheEnd(running, () => work(openTx(run, running)))));
    },
    close: () => engine.close(),
  };
}

async function toTheEnd<R>(running: Running, work: () => Promise<R>): Promise<R> {
  try {
    const result = await work();
    if (running.failed) throw new Error("A statement of the transaction failed, so all of it is undone", { cause: running.failed.error });
    return result;
  } finally {
    running.open = false;
  }
}

const openTx = (run: Run, running: Running): Tx => ({
  query: async <T>(sql: string, params?: readonly Param[]) => {
    if (!running.open) throw new Error("tx.query after the end of its transaction");
    try {
      return await send<T>(run, sql, params);
    } catch (error) {
      running.failed ??= { error };
      throw error;
    }
  },
});

const send = async <T>(run: Run, sql: string, params: readonly Param[] = []): Promise<Rows<T>> =>
  (await run(sql, params.map(plain))) as Rows<T>;

/** A Date is sent as its instant: left to the drivers, one writes local time and the other refuses a text parameter. */
const plain = (param: Param): unknown => {
  if (param === undefined) throw new TypeError("A parameter is undefined; SQL knows null only");
  return param instanceof Date ? param.toISOString() : param;
};
