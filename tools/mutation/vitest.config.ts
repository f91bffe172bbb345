import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The golden cases first: they kill most mutants within milliseconds. */
class GoldenFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => (moduleId.endsWith("golden.check.ts") ? 0 : 1);
    return files.toSorted((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId));
  }
}

/**
 * The tests that mutants of the statistics room have to pass: those beside the source, and the golden cases of R.
 * The thousands of generated data sets of the meta family stay out, since every mutant would run them; what they alone would
 * find counts as survived.
 */
export default defineConfig({
  test: {
    include: ["packages/statistics/src/{meta,survival}/*.test.ts", "tools/mutation/golden.check.ts"],
    exclude: ["**/node_modules/**", "**/meta/properties.test.ts", "**/meta/pathological.test.ts"],
    setupFiles: ["tools/mutation/same-data.ts"],
    sequence: { sequencer: GoldenFirst },
    isolate: false,
    testTimeout: 30_000,
    env: { TZ: "UTC" },
  },
});
