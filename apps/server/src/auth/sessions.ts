import type { Accounts, SignedIn } from "./accounts.ts";

const FRESH_MS = 5_000;
const KEPT = 1_000;

interface Known {
  readonly found: Promise<SignedIn | undefined>;
  readonly until: number;
}

/** Who is behind a request, remembered for a few seconds so that most requests cost the database nothing. */
export interface Sessions {
  /** @param cookies the request's Cookie header */
  of(cookies: string | undefined): Promise<SignedIn | undefined>;
  /** To be called when a session ended, before anybody is told that it did. */
  forget(cookies: string | undefined): void;
}

export function sessions(accounts: Pick<Accounts, "lookUp" | "cookieName">, now: () => Date): Sessions {
  const known = new Map<string, Known>();

  const lookUp = (cookie: string): Promise<SignedIn | undefined> => {
    const found = accounts.lookUp(`${accounts.cookieName}=${cookie}`);
    known.set(cookie, { found, until: now().getTime() + FRESH_MS });
    if (known.size > KEPT) known.delete(known.keys().next().value!);
    const drop = () => known.delete(cookie);
    found.then((session) => session ?? drop(), drop); // an unknown cookie and a failed look-up are asked again
    return found;
  };

  return {
    of: async (cookies) => {
      const cookie = readCookie(cookies, accounts.cookieName);
      if (cookie === undefined) return undefined;
      const remembered = known.get(cookie);
      const session = await (remembered && remembered.until > now().getTime() ? remembered.found : lookUp(cookie));
      return session && session.expiresAt > now() ? session : undefined;
    },
    forget: (cookies) => {
      const cookie = readCookie(cookies, accounts.cookieName);
      if (cookie !== undefined) known.delete(cookie);
    },
  };
}

/** The value as it was sent; undefined when there is none, or two of which one may be forged. */
function readCookie(cookies: string | undefined, name: string): string | undefined {
  const values = (cookies ?? "").split(";").flatMap((part) => {
    const at = part.indexOf("=");
    return part.slice(0, at).trim() === name ? [part.slice(at + 1).trim()] : [];
  });
  return values.length === 1 && values[0] !== "" ? values[0] : undefined;
}
