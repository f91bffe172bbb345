import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCatalog } from "@calcar/catalog";
import type { Task } from "./task.ts";

const knowledge = join(import.meta.dirname, "..", "knowledge");

export const tasks: readonly Task[] = [
  {
    name: "load the knowledge, parsed before",
    sizes: [1],
    unit: "folder",
    target: "under 500 ms",
    prepare: () => ({ run: () => loadCatalog(knowledge) }),
  },
  {
    name: "read, parse and check the knowledge with copies of its studies added",
    sizes: [1_000, 10_000],
    unit: "studies",
    target: "under 5 s for 10,000",
    limit: { at: 10_000, ms: 5_000 },
    prepare: (size) => {
      const folder = withCopies(size);
      return { run: () => loadCatalog(folder, { cache: false }), repeats: 3, close: () => rmSync(folder, { recursive: true }) };
    },
  },
];

/** The knowledge in a folder of its own, with every study copied in turn under new names until there are so many more. */
function withCopies(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), "calcar-bench-"));
  cpSync(knowledge, folder, { recursive: true });
  const studies = readdirSync(join(knowledge, "studies")).map((id) => readFileSync(join(knowledge, "studies", id, "study.yaml"), "utf8"));
  for (let i = 0; i < count; i++) {
    const copy = join(folder, "studies", `copy-${i}`);
    mkdirSync(copy);
    writeFileSync(join(copy, "study.yaml"), renamed(studies[i % studies.length]!, `copy-${i}`));
  }
  return folder;
}

const renamed = (study: string, id: string): string =>
  study.replace(/^id: .*$/m, `id: ${id}`).replace(/^trialFamily: .*$/m, `trialFamily: ${id}`);
