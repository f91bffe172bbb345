import { AsyncLocalStorage } from "node:async_hooks";
import { type Db, inSite, type Param, type Tx } from "@calcar/storage";
import { type CleanedWhere, type CustomAdapter, createAdapterFactory } from "better-auth/adapters";

type Row = Record<string, unknown>;

/** What must be written together with a row that the sign-in library writes; it runs in the same transaction. */
export type OnCreated = (tx: Tx, table: string, row: Row) => Promise<void>;

/** The sign-in library's tables on our own database port, one transaction for each of its statements or for many. */
export interface AuthTables {
  readonly adapter: ReturnType<typeof createAdapterFactory>;
  /** Everything the library writes while `work` runs is written in this one transaction. */
  together<R>(work: (tx: Tx) => Promise<R>): Promise<R>;
}

export function authTables(db: Db, site: string, onCreated: OnCreated): AuthTables {
  const current = new AsyncLocalStorage<Tx>();
  const together: AuthTables["together"] = (work) => inSite(db, site, (tx) => current.run(tx, () => work(tx)));
  const inTx = <R>(work: (tx: Tx) => Promise<R>): Promise<R> => {
    const tx = current.getStore();
    return tx ? work(tx) : inSite(db, site, work);
  };
  const adapter = createAdapterFactory({
    config: { adapterId: "calcar", supportsDates: true, supportsBooleans: true, supportsNumericIds: false, transaction: false },
    adapter: () => statements(inTx, onCreated),
  });
  return { adapter, together };
}

type InTx = <R>(work: (tx: Tx) => Promise<R>) => Promise<R>;

function statements(inTx: InTx, onCreated: OnCreated): CustomAdapter {
  const rows = (sql: string, params: readonly unknown[]) => inTx((tx) => tx.query<Row>(sql, params as Param[])).then((found) => found.rows);
  return {
    create: ({ model, data }) => inTx((tx) => insert(tx, model, data as Row, onCreated)) as Promise<never>,
    findOne: async ({ model, where }) => ((await rows(...select(model, where, 1))) as never[])[0] ?? null,
    findMany: async ({ model, where, limit, offset, sortBy }) => {
      if (offset || sortBy) throw new Error("The account tables are read unsorted and from the start");
      return (await rows(...select(model, where ?? [], limit))) as never[];
    },
    update: async ({ model, where, update }) => ((await rows(...change(model, where, update as Row))) as never[])[0] ?? null,
    updateMany: async ({ model, where, update }) => (await rows(...change(model, where, update))).length,
    delete: async ({ model, where }) => void (await rows(...remove(model, where))),
    deleteMany: async ({ model, where }) => (await rows(...remove(model, where))).length,
    count: async ({ model, where }) => (await rows(...select(model, where ?? [], undefined))).length,
  };
}

type Statement = [sql: string, params: unknown[]];

async function insert(tx: Tx, table: string, data: Row, onCreated: OnCreated): Promise<Row> {
  const columns = Object.keys(data).filter((column) => data[column] !== undefined);
  const places = columns.map((_, at) => `$${at + 1}`);
  const sql = `insert into auth.${name(table)} (${columns.map(name).join(", ")}) values (${places.join(", ")}) returning *`;
  const { rows } = await tx.query<Row>(sql, columns.map((column) => data[column]) as Param[]);
  const [row] = rows;
  if (!row) throw new Error(`No row came back from auth.${table}`);
  await onCreated(tx, table, row);
  return row;
}

function select(table: string, where: readonly CleanedWhere[], limit: number | undefined): Statement {
  const [sql, params] = conditions(where, []);
  return [`select * from auth.${name(table)}${sql}${limit === undefined ? "" : ` limit ${Math.trunc(limit)}`}`, params];
}

function change(table: string, where: readonly CleanedWhere[], update: Row): Statement {
  const columns = Object.keys(update).filter((column) => update[column] !== undefined);
  const set = columns.map((column, at) => `${name(column)} = $${at + 1}`).join(", ");
  const [sql, params] = conditions(
    where,
    columns.map((column) => update[column]),
  );
  return [`update auth.${name(table)} set ${set}${sql} returning *`, params];
}

function remove(table: string, where: readonly CleanedWhere[]): Statement {
  const [sql, params] = conditions(where, []);
  return [`delete from auth.${name(table)}${sql} returning *`, params];
}

const OPERATORS: Readonly<Record<string, string>> = { eq: "=", ne: "<>", lt: "<", lte: "<=", gt: ">", gte: ">=" };

function conditions(where: readonly CleanedWhere[], before: unknown[]): Statement {
  const params = [...before];
  const parts = where.map((condition, at) => {
    const joined = at === 0 ? "" : condition.connector === "OR" ? " or " : " and ";
    return joined + compare(condition, params);
  });
  return [parts.length > 0 ? ` where ${parts.join("")}` : "", params];
}

/** One condition; its value is added to the parameters. */
function compare({ field, operator, value }: CleanedWhere, params: unknown[]): string {
  const column = name(field);
  if (value === null && (operator === "eq" || operator === "ne")) return `${column} is ${operator === "ne" ? "not " : ""}null`;
  params.push(value);
  if (operator === "in") return `${column} = any($${params.length}::text[])`;
  const sign = OPERATORS[operator ?? "eq"];
  if (sign === undefined) throw new Error(`The account tables are not compared by ${operator}`);
  return `${column} ${sign} $${params.length}`;
}

function name(identifier: string): string {
  if (!/^[a-z][a-z_]*$/.test(identifier)) throw new Error(`${identifier} is not a name of an account table or column`);
  return `"${identifier}"`;
}
