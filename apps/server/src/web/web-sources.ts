import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const SOURCES = [
  "apps/web/{index.html,package.json,vite.config.ts}",
  "apps/web/{src,public}/**/*.*",
  "packages/*/src/**/*.ts",
  "package-lock.json",
];

/** A digest of everything that the built web app is made from. */
export function digestOfSources(root: string): string {
  const digest = createHash("sha256");
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: root, exclude: ["**/*.test.*"] })).sort();
  for (const file of files) digest.update(`${file}\n`).update(readFileSync(join(root, file)));
  return digest.digest("hex");
}
