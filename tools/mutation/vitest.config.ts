import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The golden cases first: they kill most mutants within milliseconds. */
class GoldenFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => (moduleId.endsWith(".check.ts") ? 0 : 1);
    return files.toSorted((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId));
  }
}

const family = process.env.CALCAR_MUTATION_FAMILY ?? "meta";

/**
 * The tests that mutants of a family of the statistics room have to pass: those beside its source, and the golden cases of R.
 * The thousands of generated data sets of the meta family stay out, since every mutant would run them; what they alone would
 * find counts as survived.
 */
export default defineConfig({
  test: {
    include: [`packages/statistics/src/${family}/*.test.ts`, `tools/mutation/golden-${family}.check.ts`],
    exclude: ["**/node_modules/**", "**/meta/properties.test.ts", "**/meta/pathological.test.ts"],
    setupFiles: ["tools/mutation/same-data.ts"],
    sequence: { sequencer: GoldenFirst },
    isolate: false,
    testTimeout: 30_000,
    env: { TZ: "UTC" },
  },
});
