import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadCatalog } from "@calcar/catalog";
import { decide, readEvaluation, recommend, ruleBook } from "@calcar/guidance";
import type { Task } from "./task.ts";

const root = join(import.meta.dirname, "..");
const EXAMPLES = ["oa-research-only", "onfh-may-be-discussed", "oa-cannot-say"];

function prepared() {
  const catalog = loadCatalog(join(root, "knowledge"));
  const evaluations = EXAMPLES.map((name) => {
    const evaluation = readEvaluation(catalog, readFileSync(join(root, "examples", `${name}.json`)), "9999-12-31");
    if (!evaluation.ok) throw new Error(`${name} is not valid`);
    return evaluation.value;
  });
  return { catalog, evaluations };
}

export const tasks: readonly Task[] = [
  {
    name: "one decision",
    sizes: [300, 3_000],
    unit: "decisions",
    target: "under 0.1 ms",
    prepare: (size) => {
      const { catalog, evaluations } = prepared();
      const book = ruleBook(catalog);
      return {
        perRun: size,
        run: () => {
          for (let i = 0; i < size; i++) {
            const { facts, asOf } = evaluations[i % evaluations.length]!;
            decide(book, facts, asOf);
          }
        },
      };
    },
  },
  {
    name: "one recommendation, explained by re-evaluation",
    sizes: [30, 300],
    unit: "answers",
    prepare: (size) => {
      const { catalog, evaluations } = prepared();
      return {
        perRun: size,
        run: () => {
          for (let i = 0; i < size; i++) recommend(catalog, evaluations[i % evaluations.length]!);
        },
      };
    },
  },
];
