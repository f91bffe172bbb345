import pg from "pg";
import { type Opening, refuseToOpen } from "../db.ts";

/**
 * Where a connection string leads, in words fit for a message: host, port and database; no user, no password.
 *
 * @refuses invalid/database-url when it is no address of a PostgreSQL database
 */
export function addressOf(url: string): Opening<string> {
  if (!/^(postgres|postgresql|socket):/.test(url)) return refuseUrl();
  try {
    const { host, port, database } = new pg.Client({ connectionString: url });
    return { ok: true, value: host.startsWith("/") ? `${host} (database ${database})` : `${host}:${port} (database ${database})` };
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof URIError)) throw error;
    return refuseUrl(); // and not the error, which repeats the address, password and all
  }
}

const refuseUrl = () =>
  refuseToOpen(
    "invalid",
    "database-url",
    "DATABASE_URL is not an address of the form postgres://user:password@host:port/database (signs such as / # @ in the password as %2F %23 %40).",
  );

const UNREACHABLE: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "no such host",
  EAI_AGAIN: "the host name could not be looked up",
  ENOENT: "no such socket",
  EACCES: "permission denied on its socket",
  ETIMEDOUT: "no answer in time",
  EHOSTUNREACH: "no route to the host",
  ENETUNREACH: "no route to the network",
  ECONNRESET: "the connection was cut",
  "57P03": "it is starting or stopping",
  "53300": "it has no connection left to give",
};

const TURNED_DOWN: Readonly<Record<string, string>> = {
  "28P01": "it does not accept the user name and password",
  "28000": "it does not let this user in",
  "3D000": "it has no database of that name",
  "42501": "this user may not connect to the database",
};

/** Puts a failed connection into one sentence. */
export function whyUnreachable(error: unknown, address: string): Opening<never> {
  const code = (error as { code?: string }).code ?? "";
  const turnedDown = TURNED_DOWN[code];
  if (turnedDown) return refuseToOpen("not-permitted", "database-sign-in", `The database at ${address} turned Calcar down: ${turnedDown}.`);
  const why = UNREACHABLE[code] ?? wordsOf(error);
  return refuseToOpen("unavailable", "database-unreachable", `The database at ${address} cannot be reached: ${why}.`);
}

/** The driver gives no code for a time-out, a missing TLS or a server that needs a password we were not given. */
function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message : "";
  if (/timeout/i.test(words)) return "no answer in time";
  if (/SSL/.test(words)) return "it does not offer the encrypted connection that was asked for";
  if (/password must be a string/.test(words)) return "it asks for a password and DATABASE_URL has none";
  return "the connection failed";
}
