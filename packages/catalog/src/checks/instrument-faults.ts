import type { At, Finding } from "../parse/finding.ts";

export type Fault = Omit<Finding, "file">;

export const fault = (at: At, problem: string, expected: string): Fault => ({ at, problem, expected });

/** Entries of one list that bear the same id. */
export function repeated(what: string, list: string, entries: readonly { readonly id: string }[]): Fault[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, i) => {
    if (seen.has(id)) return [fault([list, i, "id"], `${what} ${id} stands twice`, `a ${what} id used once`)];
    seen.add(id);
    return [];
  });
}
