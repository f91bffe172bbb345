import type { Fact } from "@calcar/catalog/schema";
import { isPlainDate, type PlainDate, type Problem } from "@calcar/vocabulary";

/** One recorded value against the fact's definition; no problem is `undefined`. Dates may not lie after `asOf`. */
export function checkFact(fact: Fact, value: unknown, asOf: PlainDate): Problem | undefined {
  const expected = expectation(fact, asOf);
  return allows(fact, value, asOf) ? undefined : { place: `facts.${fact.id}`, problem: describe(value), expected };
}

function allows(fact: Fact, value: unknown, asOf: PlainDate): boolean {
  switch (fact.type) {
    case "boolean":
      return typeof value === "boolean";
    case "code":
      return fact.values.some(({ code }) => code === value);
    case "integer":
      return typeof value === "number" && Number.isInteger(value) && within(value, fact.range);
    case "number":
      return typeof value === "number" && Number.isFinite(value) && within(value, fact.range);
    case "date":
      return typeof value === "string" && isPlainDate(value) && value <= asOf;
  }
}

const within = (value: number, [low, high]: readonly [number, number]) => value >= low && value <= high;

function expectation(fact: Fact, asOf: PlainDate): string {
  switch (fact.type) {
    case "boolean":
      return "true or false";
    case "code":
      return `one of ${fact.values.map(({ code }) => code).join(", ")}`;
    case "integer":
      return `a whole number from ${fact.range[0]} to ${fact.range[1]}${fact.unit ? ` (${fact.unit})` : ""}`;
    case "number":
      return `a number from ${fact.range[0]} to ${fact.range[1]}${fact.unit ? ` (${fact.unit})` : ""}`;
    case "date":
      return `a day written YYYY-MM-DD, not after ${asOf}`;
  }
}

/** What stands there, cut short, for a message. */
export function describe(value: unknown): string {
  if (value === null) return "null (leave out what nobody recorded)";
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
