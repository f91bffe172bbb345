import type { z } from "zod";
import type { At, Finding } from "./finding.ts";
import { knownKeys } from "./known-keys.ts";

type Issue = z.core.$ZodIssue;
type Fault = Omit<Finding, "file">;

/** What a value breaks of its schema, each fault with the key it sits at, what stands there and what should. */
export function faultsOfShape(schema: z.ZodType, value: unknown): Fault[] {
  const result = schema.safeParse(value);
  return result.success ? [] : result.error.issues.flatMap((issue) => explain(issue, [], { schema, value }));
}

interface Whole {
  readonly schema: z.ZodType;
  readonly value: unknown;
}

function explain(issue: Issue, above: At, whole: Whole): Fault[] {
  const at = [...above, ...issue.path.map((step) => (typeof step === "number" ? step : String(step)))];
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(key, at, whole));
  if (issue.code === "invalid_union" && issue.errors.length > 0) return nearest(issue.errors, at, whole);
  const found = valueAt(whole.value, at);
  const missing = found === undefined && at.length > 0;
  return [{ at, problem: missing ? `${nameOf(at)} is missing` : `${nameOf(at)} is ${shown(found)}`, expected: expectation(issue) }];
}

function unknownKey(key: string, at: At, { schema, value }: Whole): Fault {
  const keys = knownKeys(schema, value, at);
  return { at: [...at, key], problem: `unknown key ${key}`, expected: keys.length > 0 ? `one of ${keys.join(", ")}` : "no such key" };
}

/** The faults of the alternative that comes closest; when all fail at the value itself, what any of them would take. */
function nearest(alternatives: readonly (readonly Issue[])[], at: At, whole: Whole): Fault[] {
  const explained = alternatives.map((issues) => issues.flatMap((issue) => explain(issue, at, whole)));
  if (explained.every((faults) => faults.length === 1 && faults[0]!.at.length === at.length)) {
    const expected = [...new Set(explained.map(([fault]) => fault!.expected))].join(" or ");
    return [{ ...explained[0]![0]!, expected }];
  }
  const strangers = explained[0]!.filter(
    (fault) => isUnknownKey(fault) && explained.every((faults) => faults.some((other) => sameKey(fault, other))),
  );
  if (strangers.length > 0) return strangers; // no alternative knows the key: saying what else each would want only confuses
  return explained.reduce((best, faults) => (closer(faults, best) ? faults : best));
}

const isUnknownKey = ({ problem }: Fault) => problem.startsWith("unknown key ");
const sameKey = (a: Fault, b: Fault) => a.problem === b.problem && a.at.join("/") === b.at.join("/");

const depth = (faults: readonly Fault[]) => Math.max(...faults.map(({ at }) => at.length));
const closer = (a: readonly Fault[], b: readonly Fault[]) => (a.length === b.length ? depth(a) > depth(b) : a.length < b.length);

const TYPES: Record<string, string> = { string: "a text", number: "a number", int: "a whole number", boolean: "true or false" };
const SHAPES: Record<string, string> = { array: "a list", object: "keys with values", record: "keys with values", tuple: "a list" };

function expectation(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return TYPES[issue.expected] ?? SHAPES[issue.expected] ?? issue.expected;
    case "invalid_value":
      return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.map(String).join(", ")}`;
    case "invalid_union":
      return "options" in issue && Array.isArray(issue.options) ? `one of ${issue.options.join(", ")}` : issue.message;
    case "invalid_format":
      return FORMATS[issue.format] ?? issue.message;
    case "too_small":
      return issue.origin === "string" ? "some text" : `at least ${issue.minimum}${issue.origin === "array" ? " entries" : ""}`;
    case "too_big":
      return `at most ${issue.maximum}${issue.origin === "array" ? " entries" : ""}`;
    default:
      return issue.message;
  }
}

const FORMATS: Record<string, string> = { date: "a day that exists, YYYY-MM-DD", url: "an address that starts with http:// or https://" };

const nameOf = (at: At): string =>
  at.length === 0
    ? "the file"
    : at.reduce<string>((name, step) => (typeof step === "number" ? `${name}[${step}]` : name ? `${name}.${step}` : step), "");

function valueAt(value: unknown, at: At): unknown {
  return at.reduce<unknown>(
    (inner, step) => (typeof inner === "object" && inner !== null ? (inner as Record<string | number, unknown>)[step] : undefined),
    value,
  );
}

/** The offending value as a person wrote it, cut short. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return "keys with values";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
