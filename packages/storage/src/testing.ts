import { afterAll, describe, it } from "vitest";
import type { Db } from "./db.ts";
import { findBinaries } from "./testing/postgres-binaries.ts";
import { type EngineName, type TestEngine, testEngine } from "./testing/test-engine.ts";

export { type PostgresServer, startPostgres } from "./testing/postgres-server.ts";
export type { TestEngine } from "./testing/test-engine.ts";

const started = new Map<EngineName, TestEngine>();

/**
 * Declares the same tests for every engine: PGlite always, PostgreSQL wherever its binaries are. Without them
 * the list of tests says so in words, and on a build machine (CI=true) that is a failure.
 */
export function eachEngine(tests: (engine: TestEngine) => void): void {
  describe("on PGlite", () => tests(engineOf("PGlite")));
  onPostgresql(tests);
}

/** Declares tests of what only PostgreSQL has, on the same terms. */
export function onPostgresql(tests: (engine: TestEngine) => void): void {
  if (hasPostgres() || process.env.CI === "true") describe("on PostgreSQL", () => tests(engineOf("PostgreSQL")));
  else leaveOut();
}

/** Said twice: in the list of tests, and once per file on the console, where nobody has to look for it. */
function leaveOut(): void {
  const sentence = "Left out: the tests on PostgreSQL. This platform has no PostgreSQL binaries; install PostgreSQL 15 or newer.";
  console.warn(sentence);
  it.skip(sentence, () => {});
}

/**
 * A migrated database without a row, in memory, for a test that does not depend on the engine. The one given
 * before in the same file is emptied.
 */
export const emptyDb = (): Promise<Db> => engineOf("PGlite").emptyDb();

const hasPostgres = (): boolean => process.platform !== "win32" && findBinaries() !== undefined;

function engineOf(name: EngineName): TestEngine {
  const engine = started.get(name) ?? testEngine(name);
  started.set(name, engine);
  return engine;
}

afterAll(async () => {
  for (const engine of started.values()) await engine.close();
});
