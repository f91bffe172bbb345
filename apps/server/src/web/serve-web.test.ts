import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { precompress } from "./precompress.ts";
import { serveWeb } from "./serve-web.ts";

const folder = mkdtempSync(join(tmpdir(), "calcar-web-"));
const app = Fastify();
const SCRIPT = `console.log("${"x".repeat(2_000)}");`;

beforeAll(async () => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Calcar</title>");
  writeFileSync(join(folder, "assets", "main-abc123.js"), SCRIPT);
  await precompress(folder);
  await serveWeb(app, folder);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const page = { accept: "text/html,*/*" };

it.each(["/", "/evaluate/0193", "/evidence/PS3b?ci=z"])("shows the app at %s and never keeps the page", async (url) => {
  const response = await app.inject({ url, headers: page });
  expect(response.statusCode).toBe(200);
  expect(response.body).toContain("<title>Calcar");
  expect(response.headers["cache-control"]).toBe("no-cache");
});

it("keeps a file named by its content for a year, and sends it compressed", async () => {
  const response = await app.inject({ url: "/assets/main-abc123.js", headers: { "accept-encoding": "gzip, br" } });
  expect(response.headers).toMatchObject({ "content-encoding": "br", "cache-control": "public, max-age=31536000, immutable" });
  expect(response.rawPayload.length).toBeLessThan(200);
  const plain = await app.inject({ url: "/assets/main-abc123.js" });
  expect(plain.body).toBe(SCRIPT);
});

it.each([
  ["/assets/gone.js", {}],
  ["/api/nothing", page],
  ["/api", page],
  ["/api?x", page],
])("answers %s with a refusal, not with the page", async (url, headers) => {
  const response = await app.inject({ url, headers });
  expect({ status: response.statusCode, ...response.json() }).toMatchObject({ status: 404, kind: "not-found" });
});

it.each(["/../package.json", "/%2e%2e/%2e%2e/etc/passwd", "/assets/..%2f..%2fsecret"])(
  "gives nothing outside its folder at %s",
  async (url) => {
    expect((await app.inject({ url })).statusCode).toBeGreaterThanOrEqual(400);
  },
);
