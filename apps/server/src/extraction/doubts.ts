import type { Catalog } from "@calcar/catalog";
import { checkNumbers, readStatements, typicalSds } from "@calcar/evidence";

/** What the checker of printed statistics has against the figures of a study file. Told, never a reason to withhold it. */
export function doubtsOf(catalog: Catalog, text: string): string[] {
  const statements = readStatements("study.yaml", text, typicalSds(catalog));
  if (!statements.ok) throw new Error("the study that was written cannot be read by the checker of printed statistics");
  return checkNumbers(statements.value).flatMap(({ says, tests }) =>
    tests.flatMap((test) => (test.verdict === "disagrees" ? [`${says}: ${test.says}`] : [])),
  );
}
