import { may } from "@calcar/access";
import type { FastifyInstance } from "fastify";
import type { Person } from "../auth/accounts.ts";
import type { Sessions } from "../auth/sessions.ts";
import { sendRefusal } from "./refusal-reply.ts";

/** Puts every route of this scope behind a session, and behind the permission that the route names. */
export function requireSession(app: FastifyInstance, sessions: Sessions): void {
  app.decorateRequest<Person | null>("person", null);
  app.addHook("onRoute", ({ url, config }) => {
    if (config?.act === undefined) throw new Error(`${url} does not say what its caller must be permitted to do`);
  });
  app.addHook("onRequest", async (request, reply) => {
    const session = await sessions.of(request.headers.cookie);
    if (session === undefined) return sendRefusal(reply, { kind: "not-permitted", code: "no-session" });
    const { act } = request.routeOptions.config;
    if (act === undefined || !may(session.person.role, act)) return sendRefusal(reply, { kind: "not-permitted", code: "role" });
    request.person = session.person;
    return undefined;
  });
}
