import { catalog } from "@calcar/catalog/testing";
import { emptyDb } from "@calcar/storage/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../testing.ts";

const hoosPs = catalog.instruments.get("hoos-ps")!;
const LICENCES = {
  statements: [{ instrument: "hoos-ps", version: hoosPs.version, who: "Ana Ruiz", on: "2026-01-15", reference: "letter 12" }],
  wordings: new Map(
    ["hoos-ps", "hoos-jr"].map((id) => [
      id,
      {
        instrument: id,
        version: catalog.instruments.get(id)!.version,
        languages: { en: { items: [{ code: "a1", text: "Made-up wording" }] } },
      },
    ]),
  ),
};

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await testServer({ db: await emptyDb(), catalog, licences: LICENCES, now: () => new Date("2026-11-21T12:00:00Z") });
  cookie = await server.signInFirst();
});

const get = async (url: string) => {
  const response = await server.send("GET", url, { cookie });
  return { status: response.statusCode, ...response.json() };
};
const score = async (id: string, sent: unknown) => {
  const payload = typeof sent === "string" ? sent : JSON.stringify(sent);
  const response = await server.send("POST", `/api/instruments/${id}/score`, { cookie, payload });
  return { status: response.statusCode, ...response.json() };
};

describe("the list", () => {
  it("names every instrument with its items, licence, what is unconfirmed and its thresholds", async () => {
    const { instruments, knowledge } = await get("/api/instruments");
    expect(instruments.map(({ id }: { id: string }) => id)).toEqual([...catalog.instruments.keys()]);
    expect(knowledge).toBe(catalog.version);
    expect(instruments.find(({ id }: { id: string }) => id === "womac")).toMatchObject({
      items: 24,
      forms: ["lk-3.0", "vas-100", "nrs-11"],
      licence: { status: "licence-needed" },
      gate: { open: false, why: "no-statement" },
      unconfirmed: [{ id: "pain-and-stiffness-gaps" }],
    });
  });
});

describe("one instrument", () => {
  it.each([...catalog.instruments.keys()])("is shown whole, with every source it cites: %s", async (id) => {
    const { status, instrument, sources } = await get(`/api/instruments/${id}`);
    expect(status).toBe(200);
    expect(instrument.vectors).toHaveLength(catalog.instruments.get(id)!.vectors.length);
    for (const { source } of instrument.grounds) expect(sources[source]).toMatchObject({ id: source });
  });

  it("keeps a loaded wording back while nobody has signed for it", async () => {
    expect(await get("/api/instruments/hoos-jr")).toMatchObject({ gate: { open: false }, wording: null });
  });

  it("shows a wording under a signed statement, and on whose word", async () => {
    expect(await get("/api/instruments/hoos-ps")).toMatchObject({
      gate: { open: true, why: "signed", statement: { who: "Ana Ruiz", on: "2026-01-15", reference: "letter 12" } },
      wording: { en: { items: [{ code: "a1", text: "Made-up wording" }] } },
    });
  });

  it("is not found under another name", async () => {
    expect(await get("/api/instruments/koos")).toMatchObject({ status: 404, kind: "not-found", code: "instrument" });
    expect(await score("koos", { answers: {} })).toMatchObject({ status: 404 });
  });
});

describe("scoring", () => {
  it("scores answers with range, direction and counts, and stores nothing", async () => {
    const answers = { p1: 2, p2: 2, p3: 2, p4: 2, p5: 2 };
    const { status, scores, provisional } = await score("hoos", { answers });
    expect({ status, provisional }).toEqual({ status: 200, provisional: false });
    expect(scores.pain).toMatchObject({ value: 50, range: [0, 100], direction: "higher-better", items: 10, answered: 5, imputed: 5 });
    expect(scores.adl).toMatchObject({ value: null, refusal: { kind: "incomplete", code: "too-few-answered" } });
  });

  it("says which of two ticked boxes counted", async () => {
    expect(await score("hoos", { answers: { q1: [1, 3] } })).toMatchObject({ doubleMarks: [{ item: "q1", marks: [1, 3], taken: 3 }] });
  });

  it("scores what is unconfirmed only when asked, and marks it", async () => {
    const answers = Object.fromEntries(["p1", "p4", "p5", "p7"].map((code) => [code, 0]));
    expect((await score("hoos-12", { answers })).scores.pain).toMatchObject({ value: null, refusal: { code: "unconfirmed" } });
    const asked = await score("hoos-12", { answers, allowUnconfirmed: true });
    expect(asked).toMatchObject({ provisional: true, scores: { pain: { value: 100, unconfirmed: ["item-set"] } } });
  });

  it("wants the form of an instrument that has several", async () => {
    const answers = { "pain-1": 1 };
    expect(await score("womac", { answers })).toMatchObject({ status: 422, kind: "incomplete", code: "form-not-stated" });
    expect(await score("womac", { answers, form: "lk-9" })).toMatchObject({ status: 422, problems: [{ place: "form" }] });
  });

  it("names every problem at once", async () => {
    const { status, problems } = await score("hoos", { answers: { p1: 5, P2: 1, p3: "2" } });
    expect(status).toBe(422);
    expect(problems.map(({ place }: { place: string }) => place)).toEqual(["p1", "P2", "p3"]);
  });

  it.each([
    ["nothing", "", "body"],
    ["an item stated twice", '{"answers":{"p1":0,"p1":4}}', "answers.p1"],
    ["answers that are no object", '{"answers":[1]}', "body.answers"],
    ["an unknown field", '{"answers":{},"from":"x"}', "body.from"],
    ["a decimal comma", '{"answers":{"p1":1,5}}', "p1"],
  ])("refuses %s and says where", async (_what, sent, place) => {
    expect(await score("hoos", sent)).toMatchObject({ status: 422, problems: [{ place }] });
  });
});
