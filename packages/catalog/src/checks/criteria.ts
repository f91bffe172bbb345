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
  return paths.flatMap((path) => {
    const [folder = "", id, file = ""] = path.split("/");
    const main = MAIN_FILE[folder];
    const wanted = file === "cases.yaml" ? main : file === main ? "cases.yaml" : undefined;
    return wanted === undefined || all.has(`${folder}/${id}/${wanted}`)
      ? []
      : [{ file: path, at: [], problem: `has no ${wanted} beside it`, expected: `knowledge/${folder}/${id}/${wanted}` }];
  });
}

const MAIN_FILE: Readonly<Record<string, string>> = { criteria: "criterion.yaml", claims: "rule.yaml" };
