import { answerQuestion, FIRST_SHOWN, type Pooled } from "@calcar/evidence";
import { countedStudy, effectQuestion, smallCatalog } from "@calcar/evidence/testing";
import { drawFigure, type EffectFigure, serverDocument } from "@calcar/figures";
import type { Task } from "./task.ts";

const DRAWINGS = 20; // in one run, so that a run is long enough to time

const PHASES = ["before-collapse", "after-collapse"] as const;
const DOMAINS = ["randomisation", "deviations", "missing-data", "measurement", "selection-of-result"];

/** A pooled answer of many studies, each with its five lights. */
function pooledOf(k: number): Pooled {
  const studies = Array.from({ length: k }, (_, i) =>
    countedStudy([`s${i}`, 5 + (i % 7), 40 + (i % 11), 9 + (i % 5), 41 + (i % 13)], { phase: PHASES[i % 2]! }),
  );
  const answer = answerQuestion(smallCatalog(studies, [effectQuestion("many")]), "many", FIRST_SHOWN);
  if (!answer.ok || answer.value.kind !== "effect") throw new Error("no pooled answer to draw");
  const domains = DOMAINS.map((domain) => ({ domain, judgement: "some-concerns", reason: "A sentence as long as reasons are." }));
  const riskOfBias = { tool: "rob2" as const, overall: "high", reason: "The worst of its domains.", domains, signedBy: null };
  return { ...answer.value, studies: answer.value.studies.map((study, i) => ({ ...study, year: 2000 + (i % 25), riskOfBias })) };
}

function drawing(figure: EffectFigure, width: number): Task["prepare"] {
  return (size) => {
    const pooled = pooledOf(size);
    const setting = { width, theme: "light", standalone: true } as const;
    return {
      perRun: DRAWINGS,
      run: () => {
        for (let i = 0; i < DRAWINGS; i++) {
          const drawn = drawFigure(pooled, { ...setting, document: serverDocument() }, figure);
          if (!drawn.ok || drawn.value.outerHTML.length < 1_000) throw new Error("nothing was drawn");
        }
      },
    };
  };
}

export const tasks: readonly Task[] = [
  {
    name: "a forest plot with lights as SVG, wide",
    sizes: [5, 50],
    unit: "studies",
    target: "under 5 ms",
    limit: { at: 5, ms: 5 },
    prepare: drawing("forest", 1_200),
  },
  {
    name: "the same for a phone",
    sizes: [5, 50],
    unit: "studies",
    target: "under 5 ms",
    limit: { at: 5, ms: 5 },
    prepare: drawing("forest", 390),
  },
  {
    name: "a forest plot in groups",
    sizes: [5, 50],
    unit: "studies",
    target: "under 5 ms",
    limit: { at: 5, ms: 5 },
    prepare: drawing("subgroups", 1_200),
  },
  { name: "a funnel plot as SVG", sizes: [10, 100], unit: "studies", prepare: drawing("funnel", 1_200) },
  {
    name: "a cumulative forest plot, pooled anew for each study",
    sizes: [10, 100],
    unit: "studies",
    prepare: drawing("cumulative", 1_200),
  },
];
