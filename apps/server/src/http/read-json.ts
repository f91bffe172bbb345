import type { FastifyInstance, FastifyRequest } from "fastify";
import { BadInput } from "./bad-input.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

/** Reads bodies as JSON in UTF-8 and nothing else; a broken byte or brace is named, never mended. */
export function readJsonOnly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request: FastifyRequest, body: Buffer, done) => {
    if (body.length === 0) return done(null, undefined);
    const text = decode(body);
    if (text === undefined) return done(unreadable("is not valid UTF-8"));
    parse(request, text, (error, value) => (error ? done(unreadable(`is not JSON: ${placeOf(error)}`)) : done(null, value)));
  });
}

function decode(body: Buffer): string | undefined {
  try {
    return utf8.decode(body);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const unreadable = (problem: string) => new BadInput([{ place: "body", problem, expected: "one JSON document in UTF-8" }]);

/** Where the parser stopped. Its own words quote what was sent, which may be about a patient. */
const placeOf = (error: Error) =>
  /at position \d+(?: \(line \d+ column \d+\))?/.exec(error.message)?.[0] ?? "it ends too early or holds a forbidden key";
