import Fastify from "fastify";
import { expect, it } from "vitest";
import { readJsonOnly } from "./read-json.ts";
import { refuseErrors } from "./refuse-errors.ts";

const app = Fastify({ bodyLimit: 1_000 });
readJsonOnly(app);
refuseErrors(app);
app.post("/", (request) => ({ read: request.body ?? null }));

const send = (payload: string | Buffer, type = "application/json") =>
  app.inject({ method: "POST", url: "/", payload, headers: { "content-type": type } });

it("reads one JSON document in UTF-8", async () => {
  expect((await send('{"a":["é",1]}', "application/json; charset=utf-8")).json()).toEqual({ read: { a: ["é", 1] } });
});

it("takes an empty body for none", async () => expect((await send("")).json()).toEqual({ read: null }));

it.each<[string, string | Buffer, RegExp]>([
  ["a broken brace", '{"a": 1', /not JSON/],
  ["a second document", "{} {}", /not JSON/],
  ["a broken byte", Buffer.from([0x22, 0xc3, 0x28, 0x22]), /not valid UTF-8/],
  ["UTF-16", Buffer.from('{"a":1}', "utf16le"), /not JSON|UTF-8/],
  ["a key that would change every object", '{"__proto__": {"admin": true}}', /not JSON/],
  ["a constructor with a prototype", '{"constructor": {"prototype": {}}}', /not JSON/],
])("refuses %s and names the problem", async (_what, payload, problem) => {
  const response = await send(payload);
  expect(response.statusCode).toBe(422);
  expect(response.json().problems).toMatchObject([{ place: "body", problem: expect.stringMatching(problem) }]);
});

it("quotes nothing of what was sent", async () => {
  expect((await send('{"name": "Schmidt" oops}')).body).not.toMatch(/Schmidt|oops/);
});

it("refuses more than the limit and other types", async () => {
  expect((await send(`"${"x".repeat(1_000)}"`)).json()).toMatchObject({ code: "too-large" });
  expect((await send("a=1", "text/plain")).json()).toMatchObject({ code: "not-json" });
});
