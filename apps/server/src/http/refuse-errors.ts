import { randomUUID } from "node:crypto";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { BadInput } from "./bad-input.ts";
import { describeDefect } from "./describe-defect.ts";
import { refusalBody, sendRefusal } from "./refusal-reply.ts";

const BY_CODE = {
  FST_ERR_CTP_BODY_TOO_LARGE: { kind: "invalid", code: "too-large" },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { kind: "invalid", code: "not-json" },
} as const;

/** The database went away while we were running; it may come back. */
const DATABASE_GONE = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "ETIMEDOUT", "57P01", "57P02", "57P03", "53300"]);

/** Turns whatever a route throws into a refusal: bad input with its problems, a defect with a number to quote. */
export function refuseErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof BadInput) return sendRefusal(reply, { kind: "invalid", code: "request", problems: error.problems });
    const known = BY_CODE[error.code as keyof typeof BY_CODE];
    if (known) return sendRefusal(reply, known);
    if (error.statusCode === 429) return sendRefusal(reply, { kind: "unavailable", code: "too-many-requests" });
    if (error.statusCode !== undefined && error.statusCode < 500) return sendRefusal(reply, { kind: "invalid", code: "request" });
    if (DATABASE_GONE.has(error.code)) return sendRefusal(reply, { kind: "unavailable", code: "database" });
    return sendDefect(error, request, reply);
  });
}

/** Our mistake, or something outside that broke: noted under an id, told without a word of what was being done. */
function sendDefect(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const id = randomUUID();
  request.log.error({ defect: id, route: `${request.method} ${request.routeOptions.url ?? "?"}`, ...describeDefect(error) });
  const body = refusalBody({ kind: "unavailable", code: "defect" });
  return reply.code(500).send({ ...body, message: `Something went wrong on our side. It is noted as ${id}.` });
}
