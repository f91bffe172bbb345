import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadCatalog } from "@calcar/catalog";
import { expect, it } from "vitest";
import { instrumentsReport } from "./instruments-report.ts";

const root = join(import.meta.dirname, "..");

it("keeps the page on what is verified of the instruments current (npm run gen)", () => {
  const report = instrumentsReport(loadCatalog(join(root, "knowledge"), { cache: false }));
  expect(readFileSync(join(root, "docs", "validation", "instruments.md"), "utf8")).toBe(report);
});

it("shows that every worked example passes", () => {
  const [, passed, all] =
    /\*\*all\*\* .* (\d+) of (\d+) \|/.exec(readFileSync(join(root, "docs", "validation", "instruments.md"), "utf8")) ?? [];
  expect(Number(all)).toBeGreaterThanOrEqual(87);
  expect(passed).toBe(all);
});
