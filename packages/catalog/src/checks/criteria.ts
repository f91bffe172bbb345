import type { Finding } from "../parse/finding.ts";
import type { Parsed } from "../parse/parsed.ts";
import { type Facts, faultsOfCondition, unknownFact, wrongValue } from "./conditions.ts";

/** Criteria come with cases, and both speak of facts that exist. */
export function checkCriteria({ criteria, cases, factGroups }: Parsed): Finding[] {
  const facts: Facts = new Map(factGroups.flatMap(({ value }) => value.facts.map((fact) => [fact.id, fact])));
  return [...criteria.flatMap((criterion) => ofCriterion(criterion, facts)), ...cases.flatMap((entry) => ofCases(entry, facts))];
}

function ofCriterion({ file, value }: Parsed["criteria"][number], facts: Facts): Finding[] {
  const because = (value.because ?? []).flatMap((id, i) => unknownFact(id, ["because", i], facts));
  return [...faultsOfCondition(value.when, ["when"], facts), ...because].map((fault) => ({ file, ...fault }));
}

function ofCases({ file, value }: Parsed["cases"][number], facts: Facts): Finding[] {
  return value.flatMap(({ facts: stated, missing = [] }, i) => [
    ...Object.entries(stated).flatMap(([id, fact]) => {
      const known = facts.get(id);
      const at = [i, "facts", id];
      return (known ? wrongValue(known, fact, at) : unknownFact(id, at, facts)).map((fault) => ({ file, ...fault }));
    }),
    ...missing.flatMap((id, j) => unknownFact(id, [i, "missing", j], facts).map((fault) => ({ file, ...fault }))),
  ]);
}

/** A criterion nobody can check by example is not taken, and cases of nothing are a slip of the hand. */
export function checkTwins(paths: readonly string[]): Finding[] {
  const all = new Set(paths);
  const twin = { "criterion.yaml": "cases.yaml", "cases.yaml": "criterion.yaml" } as const;
  return paths.flatMap((path) => {
    const [, folder, file] = /^criteria\/([^/]+)\/(criterion\.yaml|cases\.yaml)$/.exec(path) ?? [];
    if (folder === undefined) return [];
    const wanted = twin[file as keyof typeof twin];
    const missing = !all.has(`criteria/${folder}/${wanted}`);
    return missing
      ? [{ file: path, at: [], problem: `has no ${wanted} beside it`, expected: `knowledge/criteria/${folder}/${wanted}` }]
      : [];
  });
}
