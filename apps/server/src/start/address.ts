import type { Problem } from "@calcar/vocabulary";

/** Where the server listens and by which names it may be called. */
export interface Address {
  readonly host: string;
  readonly port: number; // 0: any free port
  readonly publicUrl: URL | undefined; // the https address in front of it, when there is one
}

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);
const UNENCRYPTED = "an https address in CALCAR_URL, because session cookies must not cross a network unencrypted";

/**
 * Reads where to listen. Loopback only, unless an https address in front of the server is named.
 *
 * @param publicUrl the value of CALCAR_URL; absent means that browsers call the server directly
 * @returns the address, or every problem with what was asked for
 */
export function readAddress(asked: { host: string; port: string; publicUrl: string | undefined }): Address | { problems: Problem[] } {
  const problems: Problem[] = [];
  const port = /^\d{1,5}$/.test(asked.port) ? Number(asked.port) : Number.NaN;
  if (!(port <= 65_535))
    problems.push({ place: "--port", problem: `${asked.port} is not a port`, expected: "a whole number from 0 to 65535" });
  const publicUrl = asked.publicUrl === undefined ? undefined : readUrl(asked.publicUrl);
  if (publicUrl === null)
    problems.push({ place: "CALCAR_URL", problem: `${asked.publicUrl} is not such an address`, expected: "https://NAME, with no path" });
  if (!LOOPBACK.has(asked.host) && publicUrl?.protocol !== "https:")
    problems.push({ place: "--host", problem: `${asked.host} is not this machine alone`, expected: UNENCRYPTED });
  if (problems.length > 0) return { problems };
  return { host: asked.host, port, publicUrl: publicUrl ?? undefined };
}

/** The origin a browser shows in its address bar, given the port that was really taken. */
export const originOf = ({ host, publicUrl }: Address, port: number): string => publicUrl?.origin ?? `http://${inUrl(host)}:${port}`;

/** Every origin a page of ours may have: the https address in front, or this machine under each of its names. */
export function ownOrigins({ publicUrl }: Address, port: number): ReadonlySet<string> {
  return new Set(publicUrl ? [publicUrl.origin] : [...LOOPBACK].map((name) => `http://${inUrl(name)}:${port}`));
}

/** Every Host header we answer to. Any other means that a foreign name was made to point here (DNS rebinding). */
export function ownHosts({ publicUrl }: Address, port: number): ReadonlySet<string> {
  const local = [...LOOPBACK].map((name) => `${inUrl(name)}:${port}`);
  return new Set(publicUrl ? [publicUrl.host, ...local] : local);
}

const inUrl = (name: string) => (name.includes(":") ? `[${name}]` : name);

/** null: not an address that can stand in front of the server. */
function readUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.pathname !== "/" || url.search !== "" || url.hash !== "" || url.username !== "") return null;
  return url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.has(url.hostname.replace(/[[\]]/g, ""))) ? url : null;
}
