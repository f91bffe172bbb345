import type { ActContext } from "@calcar/storage";
import type { FastifyRequest } from "fastify";
import type { Running } from "../app-type.ts";

/** Who acts, where and when, for the record. */
export const actContext = ({ site, now }: Running, { person }: Pick<FastifyRequest, "person">): ActContext => ({
  site,
  actor: person.id,
  at: now(),
});
