/**
 * Mutation testing of one family of the statistics room: `npm run -s mutation -- meta`.
 * The family arrives by the environment, because Stryker offers no argument of one's own.
 */
const family = process.env.CALCAR_MUTATION_FAMILY ?? "meta";

export default {
  plugins: ["./tools/mutation/quick-runner.ts"],
  testRunner: "quick",
  mutate: [`packages/statistics/src/${family}/*.ts`, "!**/*.test.ts", "!**/index.ts"],
  ignorePatterns: ["**", "!packages/statistics/**", "!reference/statistics/**", "!tools/mutation/**", "!tsconfig.json", "!package.json"],
  // A loop that counts the wrong way never ends: noticed at once by anyone, and half the time of a run to wait for.
  mutator: { excludedMutations: ["UpdateOperator"] },
  timeoutMS: 2000,
  timeoutFactor: 3,
  coverageAnalysis: "perTest",
  concurrency: 1,
  incremental: true,
  incrementalFile: `.mutation/${family}.incremental.json`,
  tempDirName: `.mutation/${family}-sandbox`,
  reporters: ["progress-append-only", "json"],
  jsonReporter: { fileName: `.mutation/${family}.json` },
  allowEmpty: true,
};
