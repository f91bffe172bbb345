import type { FastifyInstance } from "fastify";
import { sendRefusal } from "./refusal-reply.ts";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);
const OWN_SITE = new Set(["same-origin", "none"]);

/** The names we answer to and the origins whose pages may write. Known once the port is. */
export interface OwnNames {
  readonly hosts: ReadonlySet<string>;
  readonly origins: ReadonlySet<string>;
}

/**
 * Keeps other sites out: a name that was made to point here is not answered, and only our own pages may write.
 *
 * A browser names the origin of every write. Where no origin is named, no browser is acting and nothing is forged.
 */
export function ownPagesOnly(app: FastifyInstance, own: () => OwnNames): void {
  app.addHook("onRequest", async (request, reply) => {
    const { hosts, origins } = own();
    const { host, origin, "sec-fetch-site": site } = request.headers;
    if (host === undefined || !hosts.has(host.toLowerCase())) return sendRefusal(reply, { kind: "not-permitted", code: "foreign-host" });
    if (READS.has(request.method)) return undefined;
    const foreign = origin === undefined ? typeof site === "string" && !OWN_SITE.has(site) : !origins.has(origin);
    return foreign ? sendRefusal(reply, { kind: "not-permitted", code: "foreign-origin" }) : undefined;
  });
}
