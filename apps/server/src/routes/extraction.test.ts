import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readDocument } from "@calcar/catalog";
import { catalog } from "@calcar/catalog/testing";
import { ExtractionCheck, ExtractionComparison, ExtractionWords } from "@calcar/contract";
import { StudyDraft } from "@calcar/extraction/schema";
import { emptyDb } from "@calcar/storage/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../testing.ts";

const text = readFileSync(fileURLToPath(new URL("../../../../examples/study-draft.yaml", import.meta.url)), "utf8");
const read = readDocument("example", text, StudyDraft);
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const draft = read.value;

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await testServer({ db: await emptyDb(), catalog });
  cookie = await server.signInFirst();
});
const post = async (url: string, json: unknown) => {
  const response = await server.send("POST", url, { cookie, json });
  return { status: response.statusCode, body: response.json() };
};

it("gives the words that a study has to fit to", async () => {
  const response = await server.send("GET", "/api/extraction/words", { cookie });
  const words = ExtractionWords.parse(response.json());
  expect(words.instruments).toContain("hhs");
  expect(words.events).toContain("collapse");
  expect(words.sources).toContain("gangji-2011");
});

describe("a draft", () => {
  it("comes back as the files of a study, with every conversion", async () => {
    const { status, body } = await post("/api/extraction/check", { draft });
    expect(status).toBe(200);
    const check = ExtractionCheck.parse(body);
    expect([check.problems, check.doubts]).toEqual([[], []]);
    expect(check.files.map(({ path }) => path)).toEqual(["studies/example-2026/study.yaml", "sources/example-2026.yaml"]);
    expect(check.steps).toHaveLength(9);
  });

  it("comes back with everything that is missing by its field", async () => {
    const { status, body } = await post("/api/extraction/check", { draft: {} });
    expect(status).toBe(200);
    expect(body.files).toEqual([]);
    expect(body.problems.map(({ place }: { place: string }) => place)).toEqual(
      expect.arrayContaining(["paper.source", "paper.title", "arms", "outcomes"]),
    );
  });

  it.each([
    ["nothing", {}, "body.draft"],
    ["an unknown field", { draft: { success: 3 } }, "body.draft.success"],
    ["a word that is no class", { draft: { joint: "shoulder" } }, "body.draft.joint"],
    ["null for a figure", { draft: { hips: null } }, "body.draft.hips"],
    ["a text that steers a terminal", { draft: { stage: "\u001b[2J" } }, "body.draft.stage"],
  ])("is refused with %s, and the place is named", async (_what, json, place) => {
    const { status, body } = await post("/api/extraction/check", json);
    expect(status).toBe(422);
    expect(body).toMatchObject({ kind: "invalid", problems: [{ place }] });
  });

  it("is refused without a session, and above a million bytes", async () => {
    expect((await server.send("POST", "/api/extraction/check", { json: { draft } })).statusCode).toBe(401);
    expect(
      (await post("/api/extraction/check", { draft: { limitations: Array.from({ length: 200 }, () => "x".repeat(6000)) } })).status,
    ).toBe(413);
  });
});

describe("two readings", () => {
  const second = { ...draft, joint: "knee" };

  it("come back with their differences, and with nothing decided", async () => {
    const { body } = await post("/api/extraction/compare", { first: draft, second });
    const { comparison, resolved } = ExtractionComparison.parse(body);
    expect(comparison.differences).toEqual([{ field: "joint", kind: "differs", first: "hip", second: "knee", isNumber: false }]);
    expect(resolved).toBeNull();
  });

  it("become one draft when every difference is decided, and not before", async () => {
    const decision = { field: "joint", took: "first", by: "Ana", why: "The title says hip." };
    const { body } = await post("/api/extraction/compare", { first: draft, second, decisions: [decision] });
    expect(body.resolved).toMatchObject({ joint: "hip", decisions: [{ by: "Ana", first: "hip", second: "knee" }] });
    const open = await post("/api/extraction/compare", { first: draft, second, decisions: [] });
    expect(open.body).toMatchObject({ resolved: null, undecided: [{ place: "joint" }] });
  });

  it("are refused when they are of two papers", async () => {
    const { status, body } = await post("/api/extraction/compare", { first: draft, second: { paper: { source: "other-2020" } } });
    expect(status).toBe(409);
    expect(body).toMatchObject({ kind: "conflict", code: "different-papers" });
  });
});

it("waits with a person who asks more often than any form, and with nobody else", async () => {
  const hasty = await testServer({ db: await emptyDb(), catalog });
  const hers = await hasty.signInFirst();
  const statuses = new Set<number>();
  for (let asked = 0; asked < 245; asked += 1)
    statuses.add((await hasty.send("POST", "/api/extraction/compare", { cookie: hers, json: { first: {}, second: {} } })).statusCode);
  expect(statuses).toEqual(new Set([200, 429]));
  expect((await hasty.send("GET", "/api/extraction/words", { cookie: hers })).statusCode).toBe(200);
}, 60_000);
