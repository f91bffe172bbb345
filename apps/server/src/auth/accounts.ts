import { type Act, isRole, type Role } from "@calcar/access";
import { type Db, recordAct, type Tx } from "@calcar/storage";
import { ok, type Result, refuse } from "@calcar/vocabulary";
import { APIError } from "better-auth/api";
import { authTables } from "./auth-tables.ts";
import { signInLibrary } from "./sign-in-library.ts";
import { takeWelcome } from "./welcome.store.ts";

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

export interface SignedIn {
  readonly person: Person;
  readonly expiresAt: Date;
}

export interface NewAccount {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Who may come in, and the cookies that say so. Everything it does is in the audit, in the same transaction. */
export interface Accounts {
  readonly cookieName: string;
  /** @refuses not-permitted/wrong-credentials */
  signIn(email: string, password: string): Promise<Result<readonly string[]>>;
  /** Ends the session of these cookies, if there is one; gives the cookies that clear them. */
  signOut(cookies: string): Promise<readonly string[]>;
  /** The session of these cookies, as the database has it now. */
  lookUp(cookies: string): Promise<SignedIn | undefined>;
  /** @refuses not-permitted/welcome-link; conflict/accounts-exist */
  openFirst(account: NewAccount): Promise<Result<readonly string[]>>;
}

export interface AccountOptions {
  readonly db: Db;
  readonly site: string;
  readonly secret: string;
  readonly origin: string;
  readonly now: () => Date;
}

export async function accounts({ db, site, secret, origin, now }: AccountOptions): Promise<Accounts> {
  const note = (tx: Tx, act: Act, person: string, { by = person, ...detail }: Readonly<Record<string, string>> = {}) =>
    recordAct(tx, { site, actor: by, act, subject: { kind: "account", id: person }, detail, at: now() });

  const tables = authTables(db, site, async (tx, table, row) => {
    if (table === "session") await note(tx, "account.sign-in", String(row.person), { session: String(row.id) });
    if (table === "person")
      await note(tx, "account.create", String(row.id), { by: "system", role: String(row.role), through: "welcome-link" });
  });
  const library = signInLibrary({ tables, secret, origin });
  const { internalAdapter, password: passwords, authCookies } = await library.$context;

  const sessionOf = (cookies: string) => library.api.getSession({ headers: new Headers({ cookie: cookies }) });
  const signIn: Accounts["signIn"] = async (email, password) => {
    try {
      const { headers } = await library.api.signInEmail({ body: { email, password }, returnHeaders: true });
      return ok(headers.getSetCookie());
    } catch (error) {
      if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
      const known = await internalAdapter.findUserByEmail(email.toLowerCase());
      await tables.together((tx) => note(tx, "account.sign-in-refused", known?.user.id ?? "unknown", { by: "system" }));
      return refuse("not-permitted", "wrong-credentials");
    }
  };

  return {
    cookieName: authCookies.sessionToken.name,
    signIn,
    signOut: async (cookies) => {
      const found = await sessionOf(cookies);
      if (found)
        await tables.together(async (tx) => {
          await internalAdapter.deleteSession(found.session.token);
          await note(tx, "account.sign-out", found.user.id, { session: found.session.id });
        });
      return [cleared(authCookies.sessionToken)];
    },
    lookUp: async (cookies) => {
      const found = await sessionOf(cookies);
      return found ? { person: personOf(found.user), expiresAt: found.session.expiresAt } : undefined;
    },
    openFirst: async ({ token, name, email, password }) => {
      const hash = await passwords.hash(password); // slow on purpose, so it is not done inside the transaction
      const opened = await tables.together(async (tx): Promise<Result<undefined>> => {
        const taken = await takeWelcome(tx, token, now());
        if (!taken.ok) return taken;
        const person = await internalAdapter.createUser(
          { name, email, emailVerified: false, role: "clinician" },
          { method: "email-password" },
        );
        await internalAdapter.linkAccount({ userId: person.id, providerId: "credential", accountId: person.id, password: hash });
        return ok(undefined);
      });
      return opened.ok ? signIn(email, password) : opened;
    },
  };
}

function personOf({ id, name, email, role }: { id: string; name: string; email: string; role: string }): Person {
  if (!isRole(role)) throw new Error(`Account ${id} has an unknown role`);
  return { id, name, email, role };
}

const cleared = ({ name, attributes }: { name: string; attributes: { secure?: boolean | undefined } }): string =>
  `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict${attributes.secure ? "; Secure" : ""}`;
