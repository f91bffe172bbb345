import { checkParts, checkSame, checkShare } from "./checks/counts.ts";
import { checkEstimate } from "./checks/estimate.ts";
import { checkGroups } from "./checks/groups.ts";
import { checkChange, checkSpread } from "./checks/means.ts";
import { checkMean } from "./checks/one-mean.ts";
import { checkTable } from "./checks/two-by-two.ts";
import type { Statement } from "./statement.ts";
import type { Verdict } from "./verdict.ts";

/** One statement with every test that its figures allow. */
export interface CheckedStatement {
  readonly says: string;
  readonly kind: Statement["kind"];
  readonly verdict: Verdict["verdict"];
  readonly tests: readonly Verdict[];
}

/**
 * Tests whether printed statistics can be true together: rounding is always in their favour, and nothing is accused that any usual
 * method could have given.
 *
 * @param statements figures as printed; a text keeps the zeros at its end ("3.10"), a bare number has lost them
 * @returns in the order given: `disagrees` when any test does, with what would be consistent; `cannot-say` when any cannot, with
 *   what is missing, or when nothing can be tested; `agrees` when every test does
 */
export const checkNumbers = (statements: readonly Statement[]): CheckedStatement[] =>
  statements.map((statement) => {
    const tests = testsOf(statement);
    return { says: statement.says, kind: statement.kind, verdict: overall(tests), tests };
  });

function testsOf(statement: Statement): Verdict[] {
  switch (statement.kind) {
    case "estimate":
      return checkEstimate(statement);
    case "share":
      return checkShare(statement);
    case "parts":
      return checkParts(statement);
    case "same":
      return checkSame(statement);
    case "mean":
      return checkMean(statement);
    case "groups":
      return checkGroups(statement);
    case "change":
      return checkChange(statement);
    case "spread":
      return checkSpread(statement);
    case "table":
      return checkTable(statement);
  }
}

function overall(tests: readonly Verdict[]): Verdict["verdict"] {
  if (tests.some(({ verdict }) => verdict === "disagrees")) return "disagrees";
  return tests.length > 0 && tests.every(({ verdict }) => verdict === "agrees") ? "agrees" : "cannot-say";
}
