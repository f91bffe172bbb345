import { hash, randomBytes } from "node:crypto";
import { type Db, inSite, type Tx } from "@calcar/storage";
import { ok, type Result, refuse } from "@calcar/vocabulary";

const VALID_HOURS = 24;
const HOUR_MS = 3_600_000;

/**
 * Makes the one-time link that opens the first account; whatever link there was before is void.
 *
 * @returns its token, to be shown once; undefined when there is an account already
 */
export function newWelcome(db: Db, site: string, now: Date): Promise<string | undefined> {
  return inSite(db, site, async (tx) => {
    if (await hasAccount(tx)) return undefined;
    const token = randomBytes(32).toString("base64url");
    await tx.query(
      `insert into auth.welcome (token_hash, created_at, expires_at) values ($1, $2, $3)
       on conflict (site_id) do update set token_hash = $1, created_at = $2, expires_at = $3, used_at = null`,
      [hash("sha256", token), now, new Date(now.getTime() + VALID_HOURS * HOUR_MS)],
    );
    return token;
  });
}

/**
 * Uses the link up. Two who use it at once queue here for its row, and the second finds it used.
 *
 * @refuses conflict/accounts-exist when somebody has an account
 * @refuses not-permitted/welcome-link when the token is wrong, used or expired
 */
export async function takeWelcome(tx: Tx, token: string, now: Date): Promise<Result<undefined>> {
  const { rows } = await tx.query(
    `update auth.welcome set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2 returning token_hash`,
    [hash("sha256", token), now],
  );
  if (rows.length === 0) return refuse("not-permitted", "welcome-link");
  return (await hasAccount(tx)) ? refuse("conflict", "accounts-exist") : ok(undefined);
}

const hasAccount = async (tx: Tx): Promise<boolean> => (await tx.query(`select id from auth.person limit 1`)).rows.length > 0;
