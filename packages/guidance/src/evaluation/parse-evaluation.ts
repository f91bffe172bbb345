import type { Catalog } from "@calcar/catalog";
import type { Fact } from "@calcar/catalog/schema";
import { isPlainDate, type PlainDate, type Problem, type Read, SIDES, type Side } from "@calcar/vocabulary";
import type { Evaluation } from "../schema.ts";
import { checkFact, describe } from "./check-fact.ts";

export type Parsed<T> = Read<T>;

const SCHEMA = "calcar-evaluation/1";
const KEYS = ["schema", "asOf", "hip", "facts"];

/**
 * Reads an evaluation: the hip's side, the day, and facts that the catalog knows, each of its type and in its range.
 *
 * @param json what `JSON.parse` gave
 * @param today the day on which it is read; an evaluation of a later day is refused
 * @returns the evaluation, or every problem at once; nothing is corrected and nothing is guessed
 */
export function parseEvaluation(catalog: Catalog, json: unknown, today: PlainDate): Parsed<Evaluation> {
  if (!isObject(json))
    return refused([{ place: "evaluation", problem: describe(json), expected: "an object with schema, asOf, hip and facts" }]);
  const problems: Problem[] = unknownKeys(json, KEYS, "");
  if (json.schema !== SCHEMA) problems.push({ place: "schema", problem: describe(json.schema), expected: `"${SCHEMA}"` });

  const asOf = checkAsOf(json.asOf, today, problems);
  const side = checkSide(json.hip, problems);
  const facts = isObject(json.facts) ? json.facts : undefined;
  if (facts) problems.push(...checkFacts(catalog, facts, asOf ?? today));
  else
    problems.push({
      place: "facts",
      problem: describe(json.facts),
      expected: "an object of fact ids and values; {} when nothing is recorded",
    });

  if (problems.length > 0 || !asOf || !side || !facts) return refused(problems);
  return { ok: true, value: { asOf, side, facts: facts as Evaluation["facts"] } };
}

/** Every recorded fact against the catalog: unknown ids, wrong types, values out of range, days after `asOf`. */
export function checkFacts(catalog: Catalog, facts: Readonly<Record<string, unknown>>, asOf: PlainDate): Problem[] {
  const known = factsById(catalog);
  return Object.keys(facts).flatMap((id) => {
    const fact = known.get(id);
    const problem = fact
      ? checkFact(fact, facts[id], asOf)
      : { place: `facts.${id.slice(0, 80)}`, problem: "unknown fact", expected: nearest(id, [...known.keys()]) };
    return problem ? [problem] : [];
  });
}

/** Every fact of the catalog by its id, in the order of the examination. */
export function factsById(catalog: Catalog): ReadonlyMap<string, Fact> {
  const found = byCatalog.get(catalog);
  if (found) return found;
  const facts = new Map(catalog.factGroups.flatMap((group) => group.facts.map((fact) => [fact.id, fact] as const)));
  byCatalog.set(catalog, facts);
  return facts;
}
const byCatalog = new WeakMap<Catalog, ReadonlyMap<string, Fact>>();

function checkAsOf(asOf: unknown, today: PlainDate, problems: Problem[]): PlainDate | undefined {
  if (typeof asOf === "string" && isPlainDate(asOf) && asOf <= today) return asOf;
  problems.push({ place: "asOf", problem: describe(asOf), expected: `a day written YYYY-MM-DD, not after today (${today})` });
  return undefined;
}

function checkSide(hip: unknown, problems: Problem[]): Side | undefined {
  if (!isObject(hip)) {
    problems.push({ place: "hip", problem: describe(hip), expected: '{ "side": "left" } or { "side": "right" }' });
    return undefined;
  }
  problems.push(...unknownKeys(hip, ["side"], "hip."));
  const side = SIDES.find((known) => known === hip.side);
  if (!side) problems.push({ place: "hip.side", problem: describe(hip.side), expected: SIDES.join(" or ") });
  return side;
}

const unknownKeys = (object: Record<string, unknown>, known: readonly string[], prefix: string): Problem[] =>
  Object.keys(object)
    .filter((key) => !known.includes(key))
    .map((key) => ({ place: `${prefix}${key.slice(0, 80)}`, problem: "unknown field", expected: known.join(", ") }));

/** A hint that names what was probably meant: the known ids of the same family, or the families. */
function nearest(id: string, known: readonly string[]): string {
  const family = id.split(".")[0]!;
  const siblings = known.filter((other) => other.startsWith(`${family}.`));
  if (siblings.length > 0) return `one of ${siblings.join(", ")}`;
  return `a fact id of one of the families ${[...new Set(known.map((other) => other.split(".")[0]))].join(", ")}`;
}

const refused = (problems: readonly Problem[]): Parsed<never> => ({ ok: false, problems });

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
