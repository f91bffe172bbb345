import { join } from "node:path";
import { type Catalog, loadCatalog } from "@calcar/catalog";
import { answerQuestion, FIRST_SHOWN } from "@calcar/evidence";
import { countedStudy, effectQuestion, smallCatalog } from "@calcar/evidence/testing";
import type { Task } from "./task.ts";

const knowledge = () => loadCatalog(join(import.meta.dirname, "..", "knowledge"));

/** Studies that differ, so that tau2 has to be looked for. */
function manyStudies(k: number) {
  const studies = Array.from({ length: k }, (_, i) => countedStudy([`s${i}`, 5 + (i % 7), 40 + (i % 11), 9 + (i % 5), 41 + (i % 13)]));
  return smallCatalog(studies, [effectQuestion("many")]);
}

/** The same catalog as one that nobody has asked yet: who is in a question is remembered, and here it is to be worked out. */
const unread = (catalog: Catalog): Catalog => ({ ...catalog, studies: new Map(catalog.studies) });

/** Ten studies that belong to a question among many that do not. */
function manyOnFile(size: number) {
  const others = Array.from({ length: size - 10 }, (_, i) =>
    countedStudy([`o${i}`, 5, 40, 9, 41], { joint: "knee", disease: "knee-oa", designClass: "uncontrolled" }),
  );
  const { studies } = manyStudies(10);
  return smallCatalog([...studies.values(), ...others], [effectQuestion("many")]);
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
    name: "every question answered, with all diagnostics",
    sizes: [1],
    unit: "rounds",
    target: "under 50 ms",
    prepare: () => {
      const catalog = knowledge();
      return {
        run: () => {
          const unseen = unread(catalog);
          for (const id of catalog.questions.keys()) answerQuestion(unseen, id, FIRST_SHOWN);
        },
      };
    },
  },
  {
    name: "one question found among many studies on file, ten of them in it",
    sizes: [1_000, 10_000],
    unit: "studies",
    target: "under 100 ms",
    prepare: (size) => {
      const catalog = manyOnFile(size);
      return { run: () => answerQuestion(unread(catalog), "many", FIRST_SHOWN) };
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
