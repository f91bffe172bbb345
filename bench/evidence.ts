import { join } from "node:path";
import { loadCatalog } from "@calcar/catalog";
import { answerQuestion, FIRST_SHOWN } from "@calcar/evidence";
import { countedStudy, effectQuestion, smallCatalog } from "@calcar/evidence/testing";
import type { Task } from "./task.ts";

const knowledge = () => loadCatalog(join(import.meta.dirname, "..", "knowledge"));

/** Studies that differ, so that tau2 has to be looked for. */
function manyStudies(k: number) {
  const studies = Array.from({ length: k }, (_, i) => countedStudy([`s${i}`, 5 + (i % 7), 40 + (i % 11), 9 + (i % 5), 41 + (i % 13)]));
  return smallCatalog(studies, [effectQuestion("many")]);
}

export const tasks: readonly Task[] = [
  {
    name: "PS3 pooled with leave-one-out, REML",
    sizes: [100, 1_000],
    unit: "answers",
    target: "under 1 ms",
    prepare: (size) => {
      const catalog = knowledge();
      return {
        perRun: size,
        run: () => {
          for (let i = 0; i < size; i++) answerQuestion(catalog, "PS3", FIRST_SHOWN);
        },
      };
    },
  },
  {
    name: "one question pooled with leave-one-out, REML",
    sizes: [10, 100],
    unit: "studies",
    prepare: (size) => {
      const catalog = manyStudies(size);
      return { run: () => answerQuestion(catalog, "many", FIRST_SHOWN) };
    },
  },
];
