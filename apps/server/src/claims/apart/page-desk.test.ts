import { catalog } from "@calcar/catalog/testing";
import type { WorkLimits } from "@calcar/claims";
import { pdfOfForms } from "@calcar/claims/testing";
import { emptyDb } from "@calcar/storage/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../testing.ts";

const PATH = "/api/claims/check";
const LIMITS: WorkLimits = { workers: 1, waiting: 1, ms: 20_000, megabytes: 500 };
const LONG = "Stem cells cure arthritis without any risk. ".repeat(2_500);

interface Opened {
  readonly server: TestServer;
  readonly cookie: string;
}

const opened: TestServer[] = [];
afterAll(async () => {
  await Promise.all(opened.map(({ app }) => app.close()));
});

async function open(limits: Partial<WorkLimits> = {}): Promise<Opened> {
  const server = await testServer({ db: await emptyDb(), catalog, pageLimits: { ...LIMITS, ...limits } });
  opened.push(server);
  return { server, cookie: await server.signInFirst() };
}

const check = async ({ server, cookie }: Opened, text: string, query = "") => {
  const response = await server.send("POST", `${PATH}${query}`, { cookie, json: { text, name: "page.txt" } });
  const { kind, code, message, problems } = response.headers["content-type"]?.includes("json") ? response.json() : {};
  return { status: response.statusCode, kind, code, message, problems };
};

describe("a server that checks pages in a thread apart", () => {
  let open_: Opened;
  beforeAll(async () => {
    open_ = await open();
    await check(open_, "Hello.");
  });

  it("answers others while a long page is checked", async () => {
    let isChecked = false;
    const long = check(open_, LONG).then((answer) => {
      isChecked = true;
      return answer;
    });
    const health = await open_.server.send("GET", "/api/health");
    expect([health.statusCode, isChecked]).toEqual([200, false]);
    expect((await long).status).toBe(200);
  });

  it("refuses one page too many, and says so in a sentence", async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => check(open_, LONG)));
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused)
      expect(answer).toMatchObject({ status: 503, kind: "unavailable", code: "busy", message: expect.stringMatching(/^Many pages/) });
  });

  it("prints there too", async () => {
    expect((await check(open_, "Stem cells cure arthritis.", "?format=pdf")).status).toBe(200);
  });
});

it("refuses a page that takes too long, by its name, and goes on", async () => {
  const slow = await open({ ms: 2 });
  expect(await check(slow, LONG)).toMatchObject({
    status: 422,
    kind: "invalid",
    code: "too-slow",
    problems: [{ place: "page.txt", problem: "takes longer than 0.002 seconds", expected: "a shorter page" }],
  });
  expect((await slow.server.send("GET", "/api/health")).statusCode).toBe(200);
});

it("refuses a file that is made to be slow, while others are answered", async () => {
  const { server, cookie } = await open({ ms: 3_000 });
  const headers = { "content-type": "application/pdf" };
  const bomb = server.send("POST", `${PATH}?name=a.pdf`, { cookie, payload: Buffer.from(pdfOfForms(7)), headers });
  expect((await server.send("GET", "/api/health")).statusCode).toBe(200);
  expect((await bomb).json()).toMatchObject({ kind: "invalid", code: "too-slow", problems: [{ place: "a.pdf" }] });
});

it("refuses a page that needs too much memory, and goes on", async () => {
  const small = await open({ megabytes: 24 });
  expect(await check(small, LONG)).toMatchObject({ status: 422, kind: "invalid", code: "too-much-memory" });
  expect((await small.server.send("GET", "/api/health")).statusCode).toBe(200);
});
