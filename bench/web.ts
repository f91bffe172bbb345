import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { builtWeb } from "@calcar/server";
import type { Task } from "./task.ts";

/** The files that a browser must have before the first page stands: index.html and what it names, and what those import. */
function firstLoad(dist: string): string[] {
  const found = new Set(["index.html"]);
  for (const file of found) {
    const text = readFileSync(join(dist, file), "utf8");
    const named = file.endsWith(".html")
      ? text.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)
      : text.matchAll(/from"\.\/([^"]+\.js)"|^import"\.\/([^"]+\.js)"/gm);
    for (const [, asset, bare] of named) found.add(file.endsWith(".html") ? asset! : `assets/${asset ?? bare}`);
  }
  return [...found].filter((file) => !file.endsWith(".woff2"));
}

export const tasks: readonly Task[] = [
  {
    name: "compress the first load (page, scripts, styles)",
    sizes: [1],
    unit: "page",
    target: "under 200 kB gzipped",
    prepare: async () => {
      const built = await builtWeb(join(import.meta.dirname, ".."), () => undefined);
      if ("sentence" in built || built.folder === undefined) throw new Error("the web app could not be built");
      const { folder } = built;
      const files = firstLoad(folder).map((file) => readFileSync(join(folder, file)));
      const kB = (compress: (bytes: Buffer) => Buffer) => (files.reduce((sum, bytes) => sum + compress(bytes).length, 0) / 1000).toFixed(1);
      return {
        run: () => files.map((bytes) => gzipSync(bytes)),
        repeats: 5,
        note: () =>
          `${files.length} files, ${kB((bytes) => gzipSync(bytes))} kB gzipped, ${kB((bytes) => brotliCompressSync(bytes))} kB brotli, fonts apart`,
      };
    },
  },
];
