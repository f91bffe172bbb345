import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadCatalog } from "@calcar/catalog";
import { describe, expect, it } from "vitest";
import { architecture } from "./architecture.ts";

const root = join(import.meta.dirname, "..");
const tool = (file: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "node_modules", file), ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64_000_000,
  });
  return status === 0 ? "clean" : `${stdout}\n${stderr}`;
};
const tracked = (pattern: RegExp): string[] =>
  spawnSync("git", ["ls-files"], { cwd: root, encoding: "utf8" })
    .stdout.split("\n")
    .filter((path) => pattern.test(path));
const lines = (path: string): number => readFileSync(join(root, path), "utf8").split("\n").length - 1;

describe("the house", () => {
  it("type-checks: rooms, server, command line, tools", () => expect(tool("typescript/bin/tsc", "-p", ".")).toBe("clean"), 120_000);
  it("type-checks: web app and journeys", () => expect(tool("typescript/bin/tsc", "-p", "apps/web")).toBe("clean"), 120_000);
  it(
    "is formatted and within the lint rules",
    () => expect(tool("@biomejs/biome/bin/biome", "check", "--error-on-warnings", ".")).toBe("clean"),
    60_000,
  );
  it(
    "keeps its walls: nobody imports whom rooms.cjs does not allow",
    () =>
      expect(tool("dependency-cruiser/bin/dependency-cruiser.mjs", "packages", "apps", "--config", ".dependency-cruiser.cjs")).toBe(
        "clean",
      ),
    120_000,
  );
  it("draws ARCHITECTURE.md from rooms.cjs (npm run gen)", () =>
    expect(readFileSync(join(root, "ARCHITECTURE.md"), "utf8")).toBe(architecture()));
});

describe("the knowledge", () => {
  it("holds no criterion that a person should have read again by today", () => {
    expect(() => loadCatalog(join(root, "knowledge"), { asOf: new Date().toISOString().slice(0, 10), cache: false })).not.toThrow();
  });
});

describe("sizes", () => {
  const source = tracked(/^(packages|apps|tools|bench)\/.*\.(ts|tsx|mjs)$/).filter((path) => !/\.gen\.ts$/.test(path));
  const isTest = (path: string) => /\.test\.tsx?$|\/journeys\//.test(path);

  it("no source file is over 300 lines, no test over 400", () => {
    expect(source.filter((path) => lines(path) > (isTest(path) ? 400 : 300))).toEqual([]);
  });
  it("no registry host and no path of a machine stands in any file", () => {
    const text = tracked(/\.(ts|tsx|js|mjs|cjs|json|md|yaml|yml|css|html)$/).filter((path) =>
      /registry\.npmjs|registry\.yarnpkg|\/work\/(main|shared)/.test(readFileSync(join(root, path), "utf8")),
    );
    expect(text.filter((path) => path !== "tools/house.test.ts")).toEqual([]);
  });
});
