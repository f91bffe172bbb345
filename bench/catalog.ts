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
];
