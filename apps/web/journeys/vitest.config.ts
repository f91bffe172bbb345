import { defineConfig } from "vitest/config";

/** Journeys through the real server in a real browser, one after the other. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["**/*.journey.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    expect: { poll: { timeout: 30_000 } }, // as long as the browser itself waits
  },
});
