import { readFileSync } from "node:fs";
import { catalog } from "@calcar/catalog/testing";
import { inSite } from "@calcar/storage";
import { emptyDb } from "@calcar/storage/testing";
import { beforeAll, expect, it } from "vitest";
import { type Sent, type TestServer, testServer } from "../testing.ts";

let server: TestServer;
let cookie: string;
let stored: () => Promise<unknown[]>;
beforeAll(async () => {
  const db = await emptyDb();
  server = await testServer({ db, catalog });
  cookie = await server.signInFirst();
  stored = () => inSite(db, server.site, async (tx) => (await tx.query(`select id from evaluation union all select id from answer`)).rows);
});

const assess = (sent: Sent) => server.send("POST", "/api/assess", { cookie, ...sent });
const good = { schema: "calcar-evaluation/1", asOf: "2026-11-21", hip: { side: "left" }, facts: {} };

it.each(["onfh-may-be-discussed", "oa-research-only", "oa-not-now", "onfh-observe", "oa-urgent-referral"])(
  "answers the example %s",
  async (name) => {
    const payload = readFileSync(new URL(`../../../../examples/${name}.json`, import.meta.url));
    const response = await assess({ payload, headers: { "content-type": "application/json" } });
    expect(response.statusCode).toBe(200);
    expect(name.endsWith(response.json().answer)).toBe(true);
  },
);

const body = (text: string | Buffer): Sent => ({ payload: text, headers: { "content-type": "application/json" } });

it.each<[string, Sent, number, string]>([
  ["an unknown fact", { json: { ...good, facts: { "patient.shoe-size": 43 } } }, 422, "facts.patient.shoe-size"],
  ["a wrong type", { json: { ...good, facts: { "pain.night-severe": "yes" } } }, 422, "facts.pain.night-severe"],
  ["a value out of range", { json: { ...good, facts: { "patient.age-years": 130 } } }, 422, "facts.patient.age-years"],
  ["no side", { json: { ...good, hip: {} } }, 422, "hip.side"],
  ["a future day", { json: { ...good, asOf: "2999-01-01" } }, 422, "asOf"],
  [
    "a day of imaging after the evaluation",
    { json: { ...good, facts: { "imaging.mri-date": "2026-11-22" } } },
    422,
    "facts.imaging.mri-date",
  ],
  [
    "a fact stated twice",
    body(`{"schema":"calcar-evaluation/1","asOf":"2026-11-21","hip":{"side":"left"},"facts":{"patient.bmi":30,"patient.bmi":45}}`),
    422,
    "facts.patient.bmi",
  ],
  ["what is not JSON", body(`{"schema": calcar}`), 422, "evaluation"],
  ["what is not UTF-8", body(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])), 422, "evaluation"],
  ["nothing", body(""), 422, "evaluation"],
  ["a list", body("[]"), 422, "evaluation"],
])("refuses %s by name", async (_what, sent, status, place) => {
  const response = await assess(sent);
  expect(response.statusCode).toBe(status);
  const { kind, problems } = response.json();
  expect(kind).toBe("invalid");
  expect(problems.map((problem: { place: string }) => problem.place)).toContain(place);
});

it("names every problem of one evaluation at once", async () => {
  const response = await assess({ json: { schema: "x", asOf: "2999-01-01", hip: { side: "both" }, facts: { a: 1, "patient.bmi": 0 } } });
  const places = response.json().problems.map(({ place }: { place: string }) => place);
  expect(places).toEqual(expect.arrayContaining(["schema", "asOf", "hip.side", "facts.a", "facts.patient.bmi"]));
});

it("refuses 5 MB of JSON", async () => {
  const response = await assess({ json: { ...good, facts: { note: "x".repeat(5_000_000) } } });
  expect({ status: response.statusCode, ...response.json() }).toMatchObject({ status: 413, kind: "invalid", code: "too-large" });
});

it("reads JSON only", async () => {
  const response = await assess({
    payload: "schema=calcar-evaluation/1",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  expect({ status: response.statusCode, ...response.json() }).toMatchObject({ status: 415, kind: "invalid", code: "not-json" });
});

it("stores nothing", async () => expect(await stored()).toEqual([]));
