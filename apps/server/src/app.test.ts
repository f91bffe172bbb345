import { catalog } from "@calcar/catalog/testing";
import { RefusalBody } from "@calcar/contract";
import { emptyDb } from "@calcar/storage/testing";
import { beforeEach, expect, it } from "vitest";
import { ANA, type TestServer, testServer } from "./testing.ts";

let server: TestServer;
beforeEach(async () => {
  server = await testServer({ db: await emptyDb(), catalog });
});

const OPEN = ["GET /api/health", "POST /api/welcome", "POST /api/auth/sign-in/email", "POST /api/auth/sign-out"];
type Method = Parameters<TestServer["send"]>[0];

it("answers nobody without a session, on any route but the four that open it", async () => {
  const closed = server.app.routeTable.filter((route) => route.includes(" /api/") && !OPEN.includes(route) && !route.startsWith("HEAD"));
  expect(closed.length).toBeGreaterThan(10);
  for (const route of closed) {
    const [method, url] = route.split(" ") as [Method, string];
    const response = await server.send(method, url.replace(":id", "1"), method === "GET" ? {} : { json: {} });
    expect({ route, status: response.statusCode, ...response.json() }).toMatchObject({
      route,
      status: 401,
      kind: "not-permitted",
      code: "no-session",
    });
  }
});

it("says that it is well, and on which knowledge, to anybody", async () => {
  expect((await server.send("GET", "/api/health")).json()).toEqual({ ok: true, version: "0.0.0", knowledge: catalog.version });
});

it("knows who signed in, until they sign out", async () => {
  const cookie = await server.signInFirst();
  expect((await server.send("GET", "/api/session", { cookie })).json()).toEqual({
    user: { id: expect.any(String), name: ANA.name, email: ANA.email, role: "clinician" },
    site: "clinic",
  });
  const out = await server.send("POST", "/api/auth/sign-out", { cookie });
  expect(out.statusCode).toBe(204);
  expect(out.headers["set-cookie"]).toEqual([expect.stringContaining("Max-Age=0")]);
  expect((await server.send("GET", "/api/session", { cookie })).statusCode).toBe(401);
});

it("lets the first account in again by e-mail and password", async () => {
  await server.signInFirst();
  const { email, password } = ANA;
  const response = await server.send("POST", "/api/auth/sign-in/email", { json: { email, password } });
  expect(response.statusCode).toBe(204);
  expect(response.headers["set-cookie"]).toEqual([expect.stringMatching(/HttpOnly; SameSite=Strict/)]);
});

it("refuses a wrong password as a refusal", async () => {
  const response = await server.send("POST", "/api/auth/sign-in/email", { json: { email: "a@b.example", password: "no" } });
  expect({ status: response.statusCode, ...response.json() }).toMatchObject({
    status: 401,
    kind: "not-permitted",
    code: "wrong-credentials",
  });
});

it("stops the eleventh guess of a minute", async () => {
  const guess = () => server.send("POST", "/api/auth/sign-in/email", { json: { email: "a@b.example", password: "no" } });
  const statuses = [];
  for (let n = 0; n < 11; n += 1) statuses.push((await guess()).statusCode);
  expect(statuses.slice(0, 10).every((status) => status === 401)).toBe(true);
  expect(statuses[10]).toBe(429);
  const body = (await guess()).json();
  expect(body).toMatchObject({ kind: "unavailable", code: "too-many-requests" });
});

it("stops one address that guesses at many accounts", async () => {
  const guess = (n: number) => server.send("POST", "/api/auth/sign-in/email", { json: { email: `${n}@b.example`, password: "no" } });
  const statuses = (await Promise.all(Array.from({ length: 61 }, (_, n) => guess(n)))).map(({ statusCode }) => statusCode);
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
});

it("stops the eleventh try of a link in a minute", async () => {
  const json = { token: "x".repeat(43), ...ANA };
  const statuses = [];
  for (let n = 0; n < 11; n += 1) statuses.push((await server.send("POST", "/api/welcome", { json })).statusCode);
  expect([...new Set(statuses.slice(0, 10)), statuses[10]]).toEqual([403, 429]);
});

it("does not slow down fifty people at work", async () => {
  const cookie = await server.signInFirst();
  const all = await Promise.all(Array.from({ length: 2_000 }, () => server.send("GET", "/api/session", { cookie })));
  expect([...new Set(all.map(({ statusCode }) => statusCode))]).toEqual([200]);
});

it("offers no way to make an account beside the link", async () => {
  for (const path of ["sign-up/email", "update-user", "change-password", "get-session"]) {
    const response = await server.send("POST", `/api/auth/${path}`, { json: { ...ANA } });
    expect(response.statusCode).toBe(404);
  }
});

it.each([
  ["a password of 11 characters", { ...ANA, password: "12345678901" }, "body.password"],
  ["an address that is none", { ...ANA, email: "ana" }, "body.email"],
  ["no name", { ...ANA, name: "  " }, "body.name"],
  ["a field of its own", { ...ANA, role: "administrator" }, "body.role"],
])("refuses %s for the first account", async (_what, account, place) => {
  const response = await server.send("POST", "/api/welcome", { json: { token: await server.welcomeToken(), ...account } });
  expect(response.statusCode).toBe(422);
  expect(response.json().problems).toMatchObject([{ place }]);
});

it("answers an unknown address of the API with a refusal", async () => {
  const response = await server.send("GET", "/api/nothing", { headers: { accept: "text/html" } });
  expect({ status: response.statusCode, ...response.json() }).toMatchObject({ status: 404, kind: "not-found", code: "address" });
});

it("refuses an address that cannot be read", async () => {
  for (const url of ["/api/studies/%zz", `/api/studies/${"x".repeat(500)}`]) {
    const response = await server.send("GET", url);
    expect(response.statusCode).toBeLessThan(500);
    expect(RefusalBody.safeParse(response.json()).error).toBeUndefined();
  }
});

it("answers to no other name", async () => {
  const response = await server.send("GET", "/api/health", { headers: { host: "evil.example" } });
  expect({ status: response.statusCode, ...response.json() }).toMatchObject({ status: 403, code: "foreign-host" });
});

it.each([
  ["another site", { origin: "https://evil.example" }],
  ["another port of this machine", { origin: "http://127.0.0.1:3000" }],
  ["a page of no origin", { origin: "null" }],
])("takes no write from %s", async (_who, headers) => {
  const cookie = await server.signInFirst();
  const response = await server.send("POST", "/api/auth/sign-out", { cookie, headers });
  expect({ status: response.statusCode, ...response.json() }).toMatchObject({ status: 403, code: "foreign-origin" });
  expect((await server.send("GET", "/api/session", { cookie })).statusCode).toBe(200);
});

it("lets browsers run no inline script and frame no page", async () => {
  const { headers } = await server.send("GET", "/api/health");
  expect(headers["content-security-policy"]).toContain("script-src 'self';");
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["cache-control"]).toBe("no-store");
  expect(headers["x-content-type-options"]).toBe("nosniff");
});

it("describes every route in OpenAPI 3.1", async () => {
  const cookie = await server.signInFirst();
  const document = (await server.send("GET", "/api/openapi.json", { cookie })).json();
  expect(document.openapi).toBe("3.1.0");
  const described = Object.entries(document.paths).flatMap(([path, verbs]) =>
    Object.keys(verbs as object).map((verb) => `${verb.toUpperCase()} ${path}`),
  );
  const routes = server.app.routeTable.filter(
    (route) => route.includes(" /api/") && !route.startsWith("HEAD") && !route.endsWith("openapi.json"),
  );
  expect(described.sort()).toEqual(routes.map((route) => route.replace(/:(\w+)/g, "{$1}")).sort());
});
