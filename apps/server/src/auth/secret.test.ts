import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readSecret } from "./secret.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "calcar-secret-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("makes a key once, for its owner alone, and keeps it", () => {
  const data = join(folder, "data");
  const made = readSecret(data, undefined);
  expect(made).toEqual({ secret: expect.stringMatching(/^[\w-]{43}$/) });
  expect(readSecret(data, undefined)).toEqual(made);
  expect(statSync(join(data, "secret")).mode & 0o777).toBe(0o600);
  expect(statSync(data).mode & 0o777).toBe(0o700);
});

it("takes the one it is given and writes none", () => {
  expect(readSecret(folder, "g".repeat(32))).toEqual({ secret: "g".repeat(32) });
  expect(() => readFileSync(join(folder, "secret"))).toThrow("ENOENT");
});

it.each([
  ["a short one", "short", /CALCAR_SECRET is too short/],
  ["an empty one", "", /CALCAR_SECRET is too short/],
])("refuses %s", (_what, given, sentence) => expect(readSecret(folder, given)).toEqual({ sentence: expect.stringMatching(sentence) }));

it("does not go on with a damaged key", () => {
  writeFileSync(join(folder, "secret"), "half");
  expect(readSecret(folder, undefined)).toEqual({ sentence: expect.stringContaining("is damaged") });
});

it("says that the folder cannot be written", () => {
  writeFileSync(join(folder, "file"), "");
  expect(readSecret(join(folder, "file"), undefined)).toEqual({ sentence: expect.stringContaining("must be writable") });
});
