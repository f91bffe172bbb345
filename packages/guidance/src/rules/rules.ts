import type { Catalog } from "@calcar/catalog";
import { ANSWERS, type Criterion, type Fact, PATHWAYS, type Pathway, type PathwayRule } from "@calcar/catalog/schema";
import { factsById } from "../evaluation/parse-evaluation.ts";
import { type Compiled, compileCondition, factsIn } from "./condition.ts";
import { DIAGNOSIS, type HeadStages, headStages } from "./pathway.ts";

/** One criterion made ready, in the lenient reading that decides and the asking one that lists what is open. */
export interface Rule {
  readonly criterion: Criterion;
  readonly rank: number; // place of its answer in the order of precedence; a warning has none and stands last
  readonly lenient: Compiled;
  readonly asking: Compiled;
  readonly facts: ReadonlySet<string>;
}

/** What one pathway needs before its positive answer, made ready. */
export interface Need {
  readonly anyOf: readonly string[];
  readonly unless: Compiled | undefined;
}

/** The rules that hold on one pathway. `touching` gives, for a fact, the places in `rules` that look at it. */
export interface PathwayRules {
  readonly rule: PathwayRule | undefined;
  readonly rules: readonly Rule[];
  readonly touching: ReadonlyMap<string, readonly number[]>;
  readonly needs: readonly Need[];
}

/** Everything a decision needs from the catalog. */
export interface RuleBook {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly stages: HeadStages;
  readonly turning: ReadonlySet<string>; // facts that can turn the pathway
  readonly byPathway: Readonly<Record<Pathway, PathwayRules>>;
}

const books = new WeakMap<Catalog, RuleBook>();

/** The rule book of a catalog, compiled once. */
export function ruleBook(catalog: Catalog): RuleBook {
  const known = books.get(catalog);
  if (known) return known;
  const rules = catalog.criteria.map(compileRule);
  const stages = headStages(catalog);
  const book: RuleBook = {
    facts: factsById(catalog),
    stages,
    turning: new Set([DIAGNOSIS, ...stages.keys()]),
    byPathway: Object.fromEntries(
      PATHWAYS.map((pathway) => [pathway, rulesOn(pathway, rules, catalog.pathways.get(pathway))]),
    ) as RuleBook["byPathway"],
  };
  books.set(catalog, book);
  return book;
}

function compileRule(criterion: Criterion): Rule {
  return {
    criterion,
    rank: criterion.leadsTo === "warning" ? ANSWERS.length : ANSWERS.indexOf(criterion.leadsTo),
    lenient: compileCondition(criterion.when, false),
    asking: compileCondition(criterion.when, "unknown"),
    facts: new Set(factsIn(criterion.when)),
  };
}

function rulesOn(pathway: Pathway, all: readonly Rule[], rule: PathwayRule | undefined): PathwayRules {
  const rules = all
    .filter(({ criterion: { holdsFor } }) => holdsFor === "all" || holdsFor.includes(pathway))
    .toSorted((a, b) => a.rank - b.rank);
  const touching = new Map<string, number[]>();
  rules.forEach(({ facts }, place) => {
    for (const fact of facts) touching.set(fact, [...(touching.get(fact) ?? []), place]);
  });
  const needs = (rule?.needed ?? []).map(({ anyOf, unless }) => ({ anyOf, unless: unless && compileCondition(unless, false) }));
  return { rule, rules, touching, needs };
}
