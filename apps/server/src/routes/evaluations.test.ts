import { catalog } from "@calcar/catalog/testing";
import { type Db, inSite, verifyChain } from "@calcar/storage";
import { emptyDb } from "@calcar/storage/testing";
import { beforeAll, expect, it } from "vitest";
import { type TestServer, testServer } from "../testing.ts";

let db: Db;
let server: TestServer;
let cookie: string;
let hips = 0;
beforeAll(async () => {
  db = await emptyDb();
  server = await testServer({ db, catalog });
  cookie = await server.signInFirst();
});

const get = async (url: string) => (await server.send("GET", url, { cookie })).json();
const post = (url: string, json: unknown) => server.send("POST", url, { cookie, json });
const save = (id: string, json: unknown) => server.send("PATCH", `/api/evaluations/${id}`, { cookie, json });
const acts = async () =>
  (await inSite(db, server.site, (tx) => tx.query<{ act: string }>(`select act from audit_link order by sequence`))).rows.map(
    ({ act }) => act,
  );

async function opened(side = "left") {
  hips += 1;
  const hip = (await post("/api/hips", { pseudonym: `H-10${hips}`, side })).json();
  return (await post("/api/evaluations", { hip: hip.id, asOf: "2026-11-21" })).json();
}

it("carries a hip from its pseudonym to a stored answer", async () => {
  const evaluation = await opened();
  expect(evaluation).toMatchObject({ version: 1, asOf: "2026-11-21", facts: {}, hip: { pseudonym: "H-101", side: "left" } });

  const saved = (await save(evaluation.id, { version: 1, set: { "diagnosis.primary": "osteonecrosis", "patient.age-years": 41 } })).json();
  expect(saved).toMatchObject({ version: 2, recordedFacts: 2 });

  const answered = await post(`/api/evaluations/${evaluation.id}/answers`, { version: 2 });
  expect(answered.statusCode).toBe(201);
  const answer = answered.json();
  expect(answer).toMatchObject({ version: 2, recommendation: { answer: "cannot-say", side: "left", knowledge: catalog.version } });

  expect(await get(`/api/answers/${answer.id}`)).toMatchObject({
    stored: answer,
    today: { knowledge: catalog.version, sameKnowledge: true, sameAnswer: true, differences: [] },
  });
  expect(await get("/api/overview")).toMatchObject({
    counts: { hips: 1, patients: 1, evaluations: 1, unanswered: 0 },
    evaluations: [{ id: evaluation.id, lastAnswer: { answer: "cannot-say" } }],
    knowledge: { version: catalog.version, studies: catalog.studies.size },
  });
  expect(await get("/api/hips")).toMatchObject({ hips: [{ pseudonym: "H-101", evaluations: [{ id: evaluation.id }] }] });
  expect(await get("/api/patients")).toMatchObject({ patients: [{ pseudonym: "H-101", sides: ["left"] }] });
});

it("notes every act in the audit, and the chain holds", async () => {
  const before = await acts();
  const { id } = await opened();
  await save(id, { version: 1, set: { "patient.bmi": 27 } });
  await post(`/api/evaluations/${id}/answers`, { version: 2 });
  expect((await acts()).slice(before.length)).toEqual([
    "patient.add",
    "hip.open",
    "evaluation.create",
    "evaluation.save",
    "evaluation.answer",
  ]);
  expect(await verifyChain(db, server.site)).toMatchObject({ ok: true, links: before.length + 5 });
});

it("gives the second of two who save one evaluation both versions, and loses neither", async () => {
  const { id } = await opened();
  await save(id, { version: 1, set: { "patient.bmi": 27 } });
  const second = await save(id, { version: 1, set: { "patient.bmi": 31 }, clear: ["pain.site"] });
  expect(second.statusCode).toBe(409);
  expect(second.json()).toMatchObject({
    kind: "conflict",
    code: "moved-on",
    theirs: { version: 2, facts: { "patient.bmi": 27 } },
    yours: { version: 1, set: { "patient.bmi": 31 }, clear: ["pain.site"] },
  });
  expect(await get(`/api/evaluations/${id}`)).toMatchObject({ version: 2, facts: { "patient.bmi": 27 } });
});

it("lets one of two simultaneous saves through and tells the other", async () => {
  const { id } = await opened();
  const both = await Promise.all([
    save(id, { version: 1, set: { "patient.bmi": 27 } }),
    save(id, { version: 1, set: { "patient.bmi": 31 } }),
  ]);
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
});

it("answers no version but the one the person saw", async () => {
  const { id } = await opened();
  await save(id, { version: 1, set: { "patient.bmi": 27 } });
  const late = await post(`/api/evaluations/${id}/answers`, { version: 1 });
  expect({ status: late.statusCode, ...late.json() }).toMatchObject({ status: 409, code: "moved-on" });
});

it.each<[string, unknown, string[]]>([
  ["an unknown fact", { version: 1, set: { "patient.shoe-size": 43 } }, ["facts.patient.shoe-size"]],
  ["a wrong type", { version: 1, set: { "patient.bmi": "27" } }, ["facts.patient.bmi"]],
  ["a value out of range", { version: 1, set: { "patient.bmi": 300 } }, ["facts.patient.bmi"]],
  ["a code that is none", { version: 1, set: { "diagnosis.primary": "gout" } }, ["facts.diagnosis.primary"]],
  ["a day after the evaluation", { version: 1, set: { "imaging.xray-date": "2026-11-22" } }, ["facts.imaging.xray-date"]],
  ["a future day", { version: 1, asOf: "2999-01-01" }, ["asOf"]],
  [
    "three problems at once",
    { version: 1, set: { "patient.bmi": 300, "pain.site": "ear", nonsense: 1 } },
    ["facts.patient.bmi", "facts.pain.site", "facts.nonsense"],
  ],
  ["null for a fact", { version: 1, set: { "patient.bmi": null } }, ["body.set.patient.bmi"]],
  ["a field of its own", { version: 1, force: true }, ["body.force"]],
  ["no version", { set: {} }, ["body.version"]],
])("refuses %s by name and stores nothing", async (_what, body, places) => {
  const { id } = await opened();
  const before = await acts();
  const response = await save(id, body);
  expect(response.statusCode).toBe(422);
  expect(response.json().problems.map(({ place }: { place: string }) => place)).toEqual(places);
  expect(await get(`/api/evaluations/${id}`)).toMatchObject({ version: 1, facts: {} });
  expect(await acts()).toEqual(before);
});

it.each([
  ["a hip without a side", "/api/hips", { pseudonym: "H-101" }, "body.side"],
  ["a name as a pseudonym", "/api/hips", { pseudonym: "Schmidt", side: "left" }, "pseudonym"],
  ["a birth date as a pseudonym", "/api/hips", { pseudonym: "1980-02-29", side: "left" }, "pseudonym"],
  ["an evaluation of no day", "/api/evaluations", { hip: "0193-1", asOf: "yesterday" }, "body.hip"],
])("refuses %s", async (_what, url, body, place) => {
  const response = await post(url, body);
  expect(response.statusCode).toBe(422);
  expect(response.json().problems[0]).toMatchObject({ place });
});

it.each([
  ["/api/evaluations/no-such", "evaluation"],
  ["/api/evaluations/0193a1f0-0000-7000-8000-000000000000", "evaluation"],
  ["/api/answers/no-such", "answer"],
])("finds nothing at %s", async (url, code) => {
  const response = await server.send("GET", url, { cookie });
  expect({ status: response.statusCode, ...response.json() }).toMatchObject({ status: 404, kind: "not-found", code });
});
