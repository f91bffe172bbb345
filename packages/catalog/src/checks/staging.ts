import type { Fact } from "../kinds/fact.ts";
import type { Finding } from "../parse/finding.ts";
import type { Parsed } from "../parse/parsed.ts";

/** A staging system and the fact that records it know the same grades. While no facts are on file there is nothing to compare. */
export function checkStaging({ staging, factGroups }: Parsed): Finding[] {
  const facts = new Map(factGroups.flatMap(({ value }) => value.facts.map((fact) => [fact.id, fact])));
  if (facts.size === 0) return [];
  return staging.flatMap(({ file, value: { fact: id, grades } }): Finding[] => {
    if (id === undefined) return [];
    const fact = facts.get(id);
    if (!fact) return [{ file, at: ["fact"], problem: `fact ${id} is not in knowledge/facts`, expected: "the id of a fact" }];
    const codes = codesOf(fact);
    const written = grades.map(({ code }) => code);
    const same = codes === undefined || (codes.length === written.length && codes.every((code) => written.includes(code)));
    return same
      ? []
      : [{ file, at: ["grades"], problem: `grades are ${written.join(", ")}`, expected: `those of fact ${id}: ${codes.join(", ")}` }];
  });
}

function codesOf(fact: Fact): string[] | undefined {
  if (fact.type === "code") return fact.values.map(({ code }) => code);
  if (fact.type !== "integer") return undefined;
  const [low, high] = fact.range;
  return Array.from({ length: high - low + 1 }, (_, i) => String(low + i));
}
