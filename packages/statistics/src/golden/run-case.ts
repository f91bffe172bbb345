import { compareCase, type Mismatch } from "./compare.ts";
import { InputInWords } from "./edge-answer.ts";
import type { GoldenCase, GoldenFile, Operation } from "./operation.ts";
import { OPERATIONS } from "./operations.ts";
import { referenceDefect } from "./reference-limits.ts";

/** How one case of a run ended. */
export interface Outcome {
  readonly state: "passed" | "failed" | "skipped";
  readonly mismatches: readonly Mismatch[];
  /** Largest relative error of the numbers that agree. */
  readonly worst: number;
  /** Why a case is left out; absent for an op that is not known. */
  readonly reason?: string;
}

/** Puts one case to the library. A case that cannot even be computed is a failing case, not the end of the run. */
export function runCase(testCase: GoldenCase, file: GoldenFile): Outcome {
  const operation = OPERATIONS[testCase.op];
  const defect = referenceDefect(testCase, file);
  if (defect !== undefined) return leftOut(defect);
  if (!operation) return { state: "skipped", mismatches: [], worst: 0 };
  try {
    return judge(testCase, file, operation);
  } catch (error) {
    if (error instanceof InputInWords) return leftOut(error.message);
    const got = error instanceof Error ? error.message : String(error);
    return { state: "failed", mismatches: [{ field: "(all)", got, expected: "a result" }], worst: 0 };
  }
}

const leftOut = (reason: string, worst = 0): Outcome => ({ state: "skipped", mismatches: [], worst, reason });

function judge(testCase: GoldenCase, file: GoldenFile, operation: Operation): Outcome {
  const got = operation(testCase, file);
  const { mismatches, excuses, worst } = compareCase(testCase, got);
  if (mismatches.length === 0) return excuses.length > 0 ? leftOut(excuses.join("; "), worst) : { state: "passed", mismatches, worst };
  const notLower = typeof testCase.expected.logLik !== "number" || Number(got.logLik) > testCase.expected.logLik;
  return notLower && stuckBelow(testCase, file, operation) ? leftOut(LESSER_MAXIMUM, worst) : { state: "failed", mismatches, worst };
}

const LESSER_MAXIMUM =
  "the reference's Fisher scoring, run again here as published, ends at its answer, which is not the highest maximum of the likelihood; ours is";

/** Whether the reference's answer is that of plain scoring where the exact one lies elsewhere. */
function stuckBelow(testCase: GoldenCase, file: GoldenFile, operation: Operation): boolean {
  if (!["ML", "REML"].includes(String(testCase.args.method ?? "REML"))) return false;
  const scored = { ...testCase, args: { ...testCase.args, scoring: 1e-14 } };
  try {
    return compareCase(scored, operation(scored, file)).mismatches.length === 0;
  } catch (error) {
    if (error instanceof Error) return false; // scoring has no answer either
    throw error;
  }
}
