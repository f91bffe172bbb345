import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { compileCondition } from "./rules/condition.ts";
import { pathwayOf } from "./rules/pathway.ts";
import { ruleBook } from "./rules/rules.ts";

describe.each(catalog.criteria)("$id", (criterion) => {
  const lenient = compileCondition(criterion.when, false);

  it.each(criterion.cases)("$it", ({ facts, met, missing = [], pathway, asOf = "2026-11-21" }) => {
    const situation = { facts, asOf, pathway: pathway ?? pathwayOf(ruleBook(catalog).stages, facts) };
    const truth = lenient.truth(situation);
    expect({ met: truth, missing: truth === "unknown" ? lenient.deciding(situation) : [] }).toEqual({ met, missing });
  });
});
