import { readdirSync } from "node:fs";
import { registerHooks } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { collected, nowIn } from "./collected.ts";

/**
 * Runs the tests of one family in Stryker's own process. Starting vitest for each mutant takes half a second on a quiet machine
 * and several on a busy one; the test that notices it takes milliseconds. The test files and vitest's `expect` are the very same.
 */
interface Run {
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
  readonly activeMutant: { readonly id: string };
  readonly mutantActivation: "static" | "runtime";
}

/** What the mutated source reads and writes. */
interface Switchboard {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  readonly mutantCoverage?: { readonly static: Record<string, number> };
}

const ROOM = "packages/statistics/src";
/** Thousands of generated data sets, which every mutant would have to run. */
const LEFT_OUT = ["meta/properties.test.ts", "meta/pathological.test.ts"];

const world = globalThis as { __stryker__?: Switchboard };
world.__stryker__ ??= {};
const board = world.__stryker__;
const family = process.env.CALCAR_MUTATION_FAMILY ?? "meta";
const load = (file: string): Promise<unknown> => import(pathToFileURL(file).href);

/** Loads the source, then the tests. What a test file computes while it is loaded is computed once, without a mutant. */
async function loadAll(): Promise<void> {
  if (collected().length > 0) return;
  const words = pathToFileURL(join(import.meta.dirname, "vitest-words.ts")).href;
  registerHooks({
    resolve: (name, context, next) =>
      name === "vitest" && context.parentURL !== words ? { url: words, shortCircuit: true } : next(name, context),
  });
  const folder = join(ROOM, family);
  const names = readdirSync(folder).sort();
  for (const name of names.filter((one) => !one.endsWith(".test.ts"))) await load(join(folder, name));
  const atLoading = new Set(Object.keys(board.mutantCoverage?.static ?? {}));
  const { activeMutant } = board;
  board.activeMutant = undefined;
  const beside = names.filter((name) => name.endsWith(".test.ts") && !LEFT_OUT.includes(`${family}/${name}`));
  const tests = ["tools/mutation/same-data.ts", `tools/mutation/golden-${family}.check.ts`, ...beside.map((name) => join(folder, name))];
  for (const file of tests) {
    nowIn(file);
    await load(file);
  }
  board.activeMutant = activeMutant;
  for (const mutant of Object.keys(board.mutantCoverage?.static ?? {}))
    if (!atLoading.has(mutant)) delete board.mutantCoverage!.static[mutant];
}

class QuickRunner {
  capabilities = (): object => ({ reloadEnvironment: false });

  async dryRun(): Promise<object> {
    await loadAll();
    const tests: object[] = [];
    for (const { id, file, run } of collected()) {
      board.currentTestId = id;
      const started = performance.now();
      const failure = await failureOf(run);
      board.currentTestId = undefined;
      const common = { id, name: id, fileName: resolve(file), timeSpentMs: performance.now() - started };
      tests.push(failure === undefined ? { ...common, status: 0 } : { ...common, status: 1, failureMessage: failure });
    }
    return { status: "complete", tests, mutantCoverage: board.mutantCoverage };
  }

  async mutantRun({ testFilter, hitLimit, activeMutant, mutantActivation }: Run): Promise<object> {
    board.hitLimit = hitLimit;
    board.hitCount = hitLimit === undefined ? undefined : 0;
    board.activeMutant = mutantActivation === "static" ? activeMutant.id : undefined;
    const unloadable = await failureOf(loadAll);
    if (unloadable !== undefined) return { status: "killed", killedBy: ["loading"], failureMessage: unloadable, nrOfTests: 0 };
    board.activeMutant = activeMutant.id;
    const wanted = testFilter && new Set(testFilter);
    const units = collected().filter(({ id }) => wanted?.has(id) ?? true);
    for (const [at, { id, run }] of units.entries()) {
      const failure = await failureOf(run);
      if (hitLimit !== undefined && board.hitCount! > hitLimit) return { status: "timeout", reason: "a loop without end" };
      if (failure !== undefined) return { status: "killed", killedBy: [id], failureMessage: failure, nrOfTests: at + 1 };
    }
    return { status: "survived", nrOfTests: units.length };
  }
}

async function failureOf(run: () => unknown): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export const strykerPlugins = [{ kind: "TestRunner", name: "quick", injectableClass: QuickRunner }];
