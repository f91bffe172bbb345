import { join } from "node:path";
import { loadCatalog } from "@calcar/catalog";
import { checkDraft, compareDrafts, knownIn } from "@calcar/extraction";
import type { Figure, OutcomeDraft, StudyDraft } from "@calcar/extraction/schema";
import { noted } from "./inputs/baseline.ts";
import type { Task } from "./task.ts";

const known = () => knownIn(loadCatalog(join(import.meta.dirname, "..", "knowledge")));

const figure = (value: string | number): Figure => ({
  value,
  how: "printed",
  source: "bench-2026",
  at: "Table 2, p. 5",
  verified: "source-text",
});

/** One arm at one time, a median with quartiles and range: the conversion with the most corners to round over. */
const outcome = (i: number): OutcomeDraft => ({
  type: "value",
  id: `hhs-${i}`,
  name: "Harris hip score",
  arm: "BMAC",
  months: i,
  instrumentId: "hhs",
  unit: "points",
  scale: { min: 0, max: 100, higherIsBetter: true },
  isBaseline: false,
  report: {
    as: "median",
    median: figure(76),
    q1: figure(70),
    q3: figure(83),
    min: figure(50),
    max: figure(98),
    n: figure(40),
    use: "estimate",
  },
});

const draft = (outcomes: number): StudyDraft => ({
  id: "bench-2026",
  paper: { source: "bench-2026", title: "A paper to be timed", kind: "primary", verified: "source-text" },
  design: "case series",
  designClass: "uncontrolled",
  joint: "hip",
  disease: "hip-oa",
  condition: "hip osteoarthritis",
  trialFamily: "bench-2026",
  role: "direct-hip-cell",
  pooling: "admitted",
  arms: [{ name: "BMAC", role: "cell", productClass: "bmac", routeClass: "intra-articular", hips: figure(40) }],
  outcomes: Array.from({ length: outcomes }, (_, i) => outcome(i)),
  limitations: ["one arm"],
  verified: "source-text",
  stillValidOn: "2026-11-21",
});

const check: Task = {
  name: "a draft checked, every median converted, the file written and read back",
  sizes: [10, 100],
  unit: "outcomes",
  target: "under 200 ms at 100",
  limit: { at: 100, ms: 200 },
  prepare: (n) => {
    const words = known();
    const one = draft(n);
    return noted(() => {
      const { files, steps } = checkDraft(one, words);
      return { files: files.length, steps: steps.length };
    }, 5);
  },
};

const compare: Task = {
  name: "two readings compared field by field",
  sizes: [10, 100],
  unit: "outcomes",
  prepare: (n) => {
    const [first, second] = [draft(n), draft(n)];
    return noted(() => {
      const found = compareDrafts(first, second);
      return { agree: found.ok ? found.value.agree : 0 };
    }, 5);
  },
};

export const tasks: readonly Task[] = [check, compare];
