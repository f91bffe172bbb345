import { randomUUID } from "node:crypto";
import { catalog } from "@calcar/catalog/testing";
import { CheckReport, Library, LibraryPage, SavedVersion } from "@calcar/contract";
import { type Db, verifyChain } from "@calcar/storage";
import { emptyDb } from "@calcar/storage/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../testing.ts";

const TEXT = "About us.\n\nOur stem cell injections carry no risk at all.\n";
const PATH = "/api/library";
let db: Db;
let server: TestServer;
let cookie: string;
beforeEach(async () => {
  db = await emptyDb();
  server = await testServer({ db, catalog, now: () => new Date("2026-06-01T12:00:00Z") });
  cookie = await server.signInFirst();
});

const query = (fields: Record<string, string>) => `?${new URLSearchParams(fields)}`;
const post = async (path: string, json?: unknown) => {
  const response = await server.send("POST", `${PATH}${path}`, { cookie, json });
  return { status: response.statusCode, ...response.json() };
};
const get = async (path = "") => (await server.send("GET", `${PATH}${path}`, { cookie })).json();
const add = (fields: Record<string, string> = { title: "A clinic" }, text = TEXT) => post(query(fields), { text });

describe("a page", () => {
  it("is checked by the server, kept with its findings out of the sentences read, and listed", async () => {
    const { status, page } = await add({ title: " A clinic ", address: "https://clinic.example/cells#top" });
    expect(status).toBe(201);
    const listed = await get();
    expect(Library.safeParse(listed).error).toBeUndefined();
    expect(listed.pages).toMatchObject([{ id: page, title: "A clinic", address: "https://clinic.example/cells", versions: 1 }]);
    expect(listed.pages[0].last).toMatchObject({ sentences: 2, knowledge: listed.today.knowledge, rules: listed.today.rules });
    expect(listed.pages[0].last.findings.error).toBeGreaterThan(0);
  });

  it("opens as it was found then, in either language and as a file", async () => {
    const { page } = await add();
    const shown = await get(`/${page}/versions/1`);
    expect(SavedVersion.safeParse(shown).error).toBeUndefined();
    expect(shown.checked.text).toBe(TEXT);
    expect(shown.checked.sentences).toHaveLength(2);
    const [{ rule, why }] = shown.checked.report.files[0].findings;
    const spanish = await get(`/${page}/versions/1?language=es&format=json&jurisdiction=AU`);
    expect(CheckReport.safeParse(spanish).error).toBeUndefined();
    const [first] = spanish.files[0].findings;
    expect(first).toMatchObject({ rule, why: catalog.claims.find(({ id }) => id === rule)!.why.es });
    expect(first.why).not.toBe(why);
    expect(first.law.every(({ jurisdiction }: { jurisdiction: string }) => jurisdiction === "AU")).toBe(true);
    for (const format of ["html", "sarif", "pdf"]) {
      const file = await server.send("GET", `${PATH}/${page}/versions/1?format=${format}`, { cookie });
      expect([file.statusCode, file.headers["content-disposition"]]).toEqual([200, `attachment; filename="findings.${format}"`]);
      expect(file.body).toContain(format === "pdf" ? "%PDF-1.7" : rule);
    }
  });

  it("may be a file, which is read again from its own structure", async () => {
    const html = Buffer.from("<!doctype html><title>x</title><nav>no risk</nav><p>The injection carries no risk.</p>");
    const sent = { cookie, payload: html, headers: { "content-type": "text/html" } };
    const { page } = (await server.send("POST", `${PATH}${query({ title: "A file", name: "page.html" })}`, sent)).json();
    const then = await get(`/${page}/versions/1`);
    const today = await get(`/${page}/versions/1?rules=today`);
    expect(then.checked.report.files[0]).toMatchObject({ path: "page.html", format: "html" });
    expect(today.checked).toEqual(then.checked);
  });

  it.each([
    ["no title", { title: " " }, "query.title"],
    ["an address that is none", { title: "x", address: "clinic.example" }, "query.address"],
  ])("is refused with %s, and nothing is kept", async (_what, fields, place) => {
    expect(await add(fields)).toMatchObject({ status: 422, problems: [{ place }] });
    expect((await get()).pages).toEqual([]);
  });

  it("is refused under the address of another page, which is named", async () => {
    await add({ title: "First", address: "https://clinic.example/" });
    const again = await add({ title: "Second", address: "https://clinic.example/" });
    expect(again).toMatchObject({ status: 409, code: "address-known" });
    expect(again.problems[0].problem).toContain("First");
  });

  it("that cannot be read is not kept", async () => {
    expect(await add({ title: "x" }, " ")).toMatchObject({ status: 422, code: "empty" });
    expect((await get()).pages).toEqual([]);
  });
});

describe("a further version", () => {
  it("is a newer text beside the old one", async () => {
    const { page } = await add();
    const next = await post(`/${page}/versions`, { text: "About us.\n\nWe do not know the risks of injections.\n" });
    expect(next).toEqual({ status: 201, page, version: 2, isNew: true });
    const history = await get(`/${page}`);
    expect(LibraryPage.safeParse(history).error).toBeUndefined();
    expect(history.history.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    expect((await get(`/${page}/versions/1`)).checked.text).toBe(TEXT);
  });

  it("by the rules of today is kept once knowledge has moved on, and not before", async () => {
    const { page } = await add();
    expect(await post(`/${page}/check`)).toEqual({ status: 200, page, version: 1, isNew: false });
    const claims = catalog.claims.filter(({ id }) => id !== "no-risk-claim");
    const later = await testServer({ db, catalog: { ...catalog, claims, version: "0123456789abcdef" } });
    const as = { headers: { cookie } };
    const listed = (await later.send("GET", PATH, as)).json();
    expect(listed.pages[0].last.knowledge).not.toBe(listed.today.knowledge);
    const unsaved = (await later.send("GET", `${PATH}/${page}/versions/1?rules=today`, as)).json();
    const rulesOf = ({ checked }: SavedVersion) => checked.report.files[0]!.findings.map(({ rule }) => rule);
    expect(rulesOf(unsaved)).not.toContain("no-risk-claim");
    expect((await later.send("POST", `${PATH}/${page}/check`, as)).statusCode).toBe(201);
    const then = (await later.send("GET", `${PATH}/${page}/versions/1`, as)).json();
    expect(rulesOf(then)).toContain("no-risk-claim");
    expect(then.checked.rules["no-risk-claim"].en).not.toBe("");
    expect((await later.send("GET", `${PATH}/${page}/versions/1?format=sarif`, as)).json().runs[0].tool.driver.version).toBe(
      catalog.version,
    );
  });
});

it("is deleted by whoever added it, with an entry in the audit that holds none of its words", async () => {
  const { page } = await add({ title: "Secret clinic" });
  expect((await server.send("DELETE", `${PATH}/${page}`, { cookie })).statusCode).toBe(204);
  expect((await get()).pages).toEqual([]);
  const { rows } = await db.query<{ act: string; line: string }>(`select act, audit_link::text as line from audit_link order by sequence`);
  expect(rows.map(({ act }) => act).slice(-2)).toEqual(["library.add", "library.delete"]);
  expect(rows.map(({ line }) => line).join()).not.toMatch(/Secret|risk/);
  expect(await verifyChain(db, "clinic")).toMatchObject({ ok: true });
});

it("needs a session, and finds nothing under a strange id", async () => {
  expect((await server.send("GET", PATH)).statusCode).toBe(401);
  for (const path of [`/${randomUUID()}`, `/${randomUUID()}/versions/1`, "/x"])
    expect(await get(path)).toMatchObject({ kind: "not-found" });
  expect(await get(`/${randomUUID()}/versions/0`)).toMatchObject({ kind: "invalid" });
  expect(await post(`/${randomUUID()}/check`)).toMatchObject({ status: 404 });
});
