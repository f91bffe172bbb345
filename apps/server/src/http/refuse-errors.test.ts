import { Writable } from "node:stream";
import Fastify from "fastify";
import { expect, it } from "vitest";
import { refuseErrors } from "./refuse-errors.ts";

function failing(error: Error) {
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const app = Fastify({ logger: { level: "warn", stream } });
  refuseErrors(app);
  app.get("/hips/:id", () => {
    throw error;
  });
  return { ask: () => app.inject({ url: "/hips/H-101?name=Schmidt" }), lines };
}

const SECRET = "Key (pseudonym)=(H-101) already exists";

it("tells nobody what broke, but a number under which it is noted", async () => {
  const { ask, lines } = failing(Object.assign(new Error(SECRET), { code: "23505", detail: SECRET, params: ["Schmidt"] }));
  const response = await ask();
  expect(response.statusCode).toBe(500);
  const { kind, code, message } = response.json();
  expect({ kind, code }).toEqual({ kind: "unavailable", code: "defect" });
  const id = /noted as ([0-9a-f-]{36})/.exec(message)?.[1];
  expect(JSON.parse(lines[0]!)).toMatchObject({ defect: id, route: "GET /hips/:id", error: "Error", code: "23505" });
  expect(lines.join("")).not.toMatch(/H-101|Schmidt|already exists/);
  expect(response.body).not.toMatch(/at |refuse-errors|exists/);
});

it("says that the database is away, and that it may come back", async () => {
  const { ask, lines } = failing(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }));
  const response = await ask();
  expect({ status: response.statusCode, ...response.json() }).toMatchObject({ status: 503, kind: "unavailable", code: "database" });
  expect(lines).toEqual([]);
});
