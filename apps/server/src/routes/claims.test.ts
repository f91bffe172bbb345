import { catalog } from "@calcar/catalog/testing";
import { CheckReport } from "@calcar/contract";
import { emptyDb } from "@calcar/storage/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../testing.ts";

const rules = ["no-risk-claim"];
const TEXT = "About us.\n\nOur stem cell injections carry no risk at all.\n";
const PATH = "/api/claims/check";
let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await testServer({ db: await emptyDb(), catalog, now: () => new Date("2026-06-01T12:00:00Z") });
  cookie = await server.signInFirst();
});

const check = async (json: unknown, query = "") => (await server.send("POST", `${PATH}${query}`, { cookie, json })).json();
const upload = async (payload: Buffer, query: string, type = "application/octet-stream") => {
  const response = await server.send("POST", `${PATH}?${query}`, { cookie, payload, headers: { "content-type": type } });
  return { status: response.statusCode, ...response.json() };
};

describe("a text", () => {
  it("is answered in the shape of the command line, with offsets into the text", async () => {
    const report = await check({ text: TEXT, rules });
    expect(CheckReport.safeParse(report).error).toBeUndefined();
    const [finding] = report.files[0].findings;
    expect(finding).toMatchObject({ rule: "no-risk-claim", severity: "error", words: ["no risk"] });
    expect(TEXT.slice(finding.start, finding.end)).toBe(finding.quote);
    expect(report).toMatchObject({ knowledge: catalog.version, files: [{ path: "text", format: "text" }] });
  });

  it("names the law asked for only, in the language asked for", async () => {
    const [finding] = (await check({ text: TEXT, rules, jurisdictions: ["AU"] }, "?language=es")).files[0].findings;
    expect([...new Set(finding.law.map(({ jurisdiction }: { jurisdiction: string }) => jurisdiction))]).toEqual(["AU"]);
    expect(finding.law[0]).toMatchObject({ name: expect.stringMatching(/./), verified: "source-text" });
    expect(finding.why).toBe(catalog.claims.find(({ id }) => id === "no-risk-claim")!.why.es);
  });

  it("is checked for the rules asked for only", async () => {
    expect((await check({ text: TEXT, rules: ["cure-claim"] })).files[0].findings).toEqual([]);
    expect(await check({ text: TEXT, rules: ["cures"] })).toMatchObject({ kind: "invalid", problems: [{ place: "rules.cures" }] });
  });

  it("comes with what a page shows: itself, the places, the rules and the sources", async () => {
    const shown = await check({ text: TEXT }, "?format=page");
    expect(shown.text).toBe(TEXT);
    expect(shown.places).toHaveLength(shown.report.files[0].findings.length);
    for (const { rule, sources, law } of shown.report.files[0].findings) {
      expect(shown.rules[rule].en).not.toBe("");
      for (const id of [...sources, ...law.map(({ source }: { source: string }) => source)]) expect(shown.sources[id].id).toBe(id);
    }
  });

  it.each([
    ["no text", {}, "body.text"],
    ["an unknown field", { text: "x", url: "http://x.example" }, "body.url"],
    ["an unknown jurisdiction", { text: "x", jurisdictions: ["FR"] }, "body.jurisdictions.0"],
    ["white space", { text: " \n " }, "text"],
  ])("is refused with %s, and the place is named", async (_what, json, place) => {
    expect(await check(json)).toMatchObject({ kind: "invalid", problems: [{ place }] });
  });

  it("is refused above half a million characters", async () => {
    const response = await server.send("POST", PATH, { cookie, json: { text: "word ".repeat(100_001) } });
    expect({ status: response.statusCode, ...response.json() }).toMatchObject({ status: 413, code: "too-large" });
  });
});

describe("a file", () => {
  it("is read by its bytes and its name", async () => {
    const html = Buffer.from("<!doctype html><title>x</title><nav>no risk</nav><p>The injection carries no risk.</p>");
    expect(await upload(html, "name=page.html&rule=no-risk-claim", "text/html")).toMatchObject({
      status: 200,
      files: [{ path: "page.html", format: "html", findings: [{ quote: "The injection carries no risk." }] }],
    });
  });

  it.each([
    ["that is a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), "binary"],
    ["that is empty", Buffer.alloc(0), "empty"],
    ["that is damaged", Buffer.from("%PDF-1.7 nothing"), "unreadable"],
  ])("%s is refused with a reason", async (_what, bytes, code) => {
    const said = await upload(bytes, `name=${code === "unreadable" ? "a.pdf" : "a.png"}`);
    expect(said).toMatchObject({ status: 422, kind: "invalid", code, problems: [{ problem: expect.stringMatching(/^is /) }] });
  });

  it("is refused above ten million bytes", async () => {
    expect(await upload(Buffer.alloc(10_000_001, 97), "name=a.txt")).toMatchObject({ status: 413, code: "too-large" });
  });
});

it("gives SARIF and a report that no browser opens as a page of ours", async () => {
  for (const [format, type] of [
    ["sarif", /^application\/sarif\+json/],
    ["html", /^text\/html/],
  ] as const) {
    const response = await server.send("POST", `${PATH}?format=${format}`, {
      cookie,
      json: { text: `${TEXT}\n<script>x</script>`, rules },
    });
    expect(response.headers["content-type"]).toMatch(type);
    expect(response.headers["content-disposition"]).toBe(`attachment; filename="findings.${format}"`);
    expect(response.body).toContain("no-risk-claim");
    expect(response.body).not.toContain("<script>x");
  }
  const sarif = (await server.send("POST", `${PATH}?format=sarif`, { cookie, json: { text: TEXT, rules } })).json();
  expect(sarif).toMatchObject({ version: "2.1.0", runs: [{ results: [{ ruleId: "no-risk-claim" }] }] });
});

it("gives a PDF", async () => {
  const response = await server.send("POST", `${PATH}?format=pdf&language=es`, { cookie, json: { text: TEXT, rules } });
  expect([response.statusCode, response.headers["content-type"]]).toEqual([200, "application/pdf"]);
  expect(response.rawPayload.subarray(0, 8).toString()).toBe("%PDF-1.7");
});

it("lets one person check two pages a second, and no more", async () => {
  const other = await testServer({ db: await emptyDb(), catalog });
  const session = await other.signInFirst();
  const statuses = [];
  for (let n = 0; n < 121; n += 1)
    statuses.push((await other.send("POST", PATH, { cookie: session, json: { text: "Hello." } })).statusCode);
  expect([...new Set(statuses.slice(0, 120)), statuses[120]]).toEqual([200, 429]);
});
