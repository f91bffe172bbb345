import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest, preHandlerAsyncHookHandler } from "fastify";
import { sendRefusal } from "./refusal-reply.ts";

/** How many requests one address may make in a minute. Wide enough that a full clinic never meets it. */
const A_MINUTE = 300_000;

/** The error is turned into a refusal with status 429 by the error handler. */
export async function limitRates(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, { max: A_MINUTE, timeWindow: "1 minute", addHeaders: NO_HEADERS, addHeadersOnExceeding: NO_HEADERS });
}

const NO_HEADERS = { "x-ratelimit-limit": false, "x-ratelimit-remaining": false, "x-ratelimit-reset": false };

/** Ten tries a minute for each address and account: enough for a person, too few for a guess. */
export const signInRate = {
  max: 10,
  timeWindow: "1 minute",
  hook: "preHandler" as const,
  keyGenerator: (request: FastifyRequest) => `${request.ip} ${emailOf(request.body).toLowerCase()}`,
};

const GUESSES_OF_ONE_ADDRESS = 60; // a whole clinic behind one address may come to work in the same minute

/** Stops an address that guesses at many accounts; checking a password is slow on purpose, so each guess costs us. */
export function limitGuesses(app: FastifyInstance): preHandlerAsyncHookHandler {
  const count = app.createRateLimit({ max: GUESSES_OF_ONE_ADDRESS, timeWindow: "1 minute" });
  return async (request, reply) => {
    const guesses = await count(request);
    return guesses.isAllowed || !guesses.isExceeded ? undefined : sendRefusal(reply, { kind: "unavailable", code: "too-many-requests" });
  };
}

/** Ten tries a minute for each address. */
export const welcomeRate = { max: 10, timeWindow: "1 minute" };

/** Two checks of a page a second for each person: enough for one who writes, too few to keep the others waiting. */
export const checkRate = {
  max: 120,
  timeWindow: "1 minute",
  keyGenerator: (request: FastifyRequest) => `check ${request.person?.id ?? request.ip}`,
};

/** Four checks of a draft a second for each person: more than the form asks at its pauses. */
export const draftRate = {
  max: 240,
  timeWindow: "1 minute",
  keyGenerator: (request: FastifyRequest) => `draft ${request.person?.id ?? request.ip}`,
};

/** A file is read every other second at most for each person: it is chosen by hand, and a large one takes a second to read. */
export const importRate = {
  max: 30,
  timeWindow: "1 minute",
  keyGenerator: (request: FastifyRequest) => `import ${request.person?.id ?? request.ip}`,
};

const emailOf = (body: unknown): string =>
  typeof body === "object" && body !== null && "email" in body && typeof body.email === "string" ? body.email : "";
