import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Every test: `npm test [-- FILTER...]`. Closes with `N passed, N failed` alone on a line.
 *
 * The suite runs in UTC; the rooms that touch days run again on both edges of the calendar; the browser journeys run
 * where there is a Chromium (CALCAR_CHROMIUM, or /usr/bin/chromium) and are said to be left out where there is none.
 */
const root = join(import.meta.dirname, "..");
const filters = process.argv.slice(2);
const results = mkdtempSync(join(tmpdir(), "calcar-test-"));
const chromium = process.env.CALCAR_CHROMIUM ?? "/usr/bin/chromium";
const DAY_ROOMS = ["packages/vocabulary", "packages/catalog", "packages/guidance", "packages/registry", "apps/cli"];

interface Suite {
  readonly name: string;
  readonly args: readonly string[];
  readonly zone: string;
}
const all: readonly Suite[] = [
  { name: "all rooms, UTC", args: filters, zone: "UTC" },
  ...(filters.length > 0
    ? []
    : ["America/Los_Angeles", "Pacific/Auckland"].map((zone) => ({ name: `rooms with days, ${zone}`, args: DAY_ROOMS, zone }))),
];
const journeys: Suite = { name: "browser journeys", args: ["--config", "apps/web/journeys/vitest.config.ts"], zone: "UTC" };

const total = { passed: 0, failed: 0, skipped: 0 };
for (const suite of all) runSuite(suite);
if (filters.length === 0 && existsSync(chromium)) runSuite(journeys);
rmSync(results, { recursive: true, force: true });

if (filters.length === 0 && !existsSync(chromium)) {
  process.stdout.write(
    `\nThe browser journeys were left out: there is no browser at ${chromium}.\nTo run them, install Chromium (Debian: apt-get install chromium) or set CALCAR_CHROMIUM to its path, then npm test.\n`,
  );
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

function runSuite({ name, args, zone }: Suite): void {
  process.stdout.write(`\n== ${name}\n`);
  const report = join(results, `${name.replaceAll(/\W+/g, "-")}.json`);
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { status } = spawnSync(process.execPath, [vitest, "run", ...args, ...reporters], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, TZ: zone },
  });
  const counted = existsSync(report) ? (JSON.parse(readFileSync(report, "utf8")) as Counted) : undefined;
  total.passed += counted?.numPassedTests ?? 0;
  total.skipped += (counted?.numPendingTests ?? 0) + (counted?.numTodoTests ?? 0);
  const failed = counted?.numFailedTests ?? 0;
  total.failed += status === 0 ? failed : Math.max(failed, 1); // a suite that could not even run has failed
}

interface Counted {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}
