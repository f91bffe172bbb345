import { AsyncLocalStorage } from "node:async_hooks";
import type { Db, Param, Rows, Tx } from "./db.ts";
import type { Engine, Run } from "./engine.ts";

/**
 * Makes a `Db` of an engine and keeps transactions honest: inside one only its `tx` may be used. On PGlite a
 * statement beside the open transaction would wait for ever, on PostgreSQL it would silently run outside of it.
 */
export function guardedDb(engine: Engine): Db {
  const current = new AsyncLocalStorage<{ open: boolean }>();
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
      const state = { open: true };
      return engine.transaction(async (run) => {
        try {
          return await current.run(state, () => work(openTx(run, state)));
        } finally {
          state.open = false;
        }
      });
    },
    close: () => engine.close(),
  };
}

const openTx = (run: Run, state: { readonly open: boolean }): Tx => ({
  query: async <T>(sql: string, params?: readonly Param[]) => {
    if (!state.open) throw new Error("tx.query after the end of its transaction");
    return send<T>(run, sql, params);
  },
});

const send = async <T>(run: Run, sql: string, params: readonly Param[] = []): Promise<Rows<T>> =>
  (await run(sql, params.map(plain))) as Rows<T>;

/** A Date is sent as its instant: left to the drivers, one writes local time and the other refuses a text parameter. */
const plain = (param: Param): unknown => {
  if (param === undefined) throw new TypeError("A parameter is undefined; SQL knows null only");
  return param instanceof Date ? param.toISOString() : param;
};
