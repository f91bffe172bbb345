import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "golden-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): { status: number | null; out: string[]; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, "golden.ts"), ...args], { encoding: "utf8" });
  return { status, out: stdout.trim().split("\n"), err: stderr.trim() };
}

const caseOf = (id: string, op: string, expected: Record<string, unknown>) => ({
  id,
  op,
  args: { method: "EE", test: "z", yi: [0.4, 0.2], vi: [0.04, 0.04] },
  expected,
  tolerance: { rel: 1e-8, abs: 1e-10 },
});

const write = (name: string, content: unknown) =>
  writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));

it("names the failing field with what was got and expected, and exits with 1", () => {
  write("mine.json", { id: "mine", cases: [caseOf("right", "meta", { estimate: 0.3 }), caseOf("wrong", "meta", { estimate: 0.31 })] });
  const { status, out } = run(folder);
  expect(status).toBe(1);
  expect(out[0]).toMatch(/^mine#wrong estimate 0\.3\d* 0\.31$/);
  expect(out.at(-1)).toBe("1 passed, 1 failed, 0 skipped");
});

it("names an unknown op once, skips its cases and exits with 0", () => {
  write("mine.json", { id: "mine", cases: [caseOf("a", "astrology", {}), caseOf("b", "astrology", {}), caseOf("c", "meta", { k: 2 })] });
  const { status, out } = run(folder);
  expect({ status, out }).toEqual({ status: 0, out: ["unknown op: astrology", "1 passed, 0 failed, 2 skipped"] });
});

it("counts a case that cannot be computed as failed and goes on", () => {
  write("mine.json", { id: "mine", cases: [{ ...caseOf("bad", "meta", { k: 2 }), args: {} }, caseOf("good", "meta", { k: 2 })] });
  const { status, out } = run(folder);
  expect([status, out.at(-1)]).toEqual([1, "1 passed, 1 failed, 0 skipped"]);
});

it.each([
  ["no folder named", [], "name a directory"],
  ["a folder that is not there", ["/nowhere-at-all"], "is not a directory"],
])("says %s in one sentence and exits with 2", (_, args, words) => {
  const { status, err } = run(...args);
  expect(status).toBe(2);
  expect(err.split("\n")).toEqual([expect.stringContaining(words)]);
});

it.each([
  ["no golden file", undefined],
  ["a file that is not JSON", "{ not json"],
  ["a file without cases", { id: "x" }],
])("exits with 2 for a folder with %s", (_, content) => {
  if (content !== undefined) write("mine.json", content);
  const { status, err } = run(folder);
  expect([status, err.split("\n").length]).toEqual([2, 1]);
});
