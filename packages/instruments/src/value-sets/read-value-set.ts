import type { CatalogInstrument } from "@calcar/catalog";
import { type Problem, type Read, readJson } from "@calcar/vocabulary";
import { itemsOf } from "../definition/items-of.ts";
import { fingerprint } from "./fingerprint.ts";
import type { ValueSet } from "./value-set.ts";

const SCHEMA = "calcar-value-set/1";
const EXPECTED = `a JSON object with schema "${SCHEMA}", id, instrument, country, source, licence, and index or decrements`;
const KEYS = ["schema", "id", "instrument", "country", "source", "licence", "decimals", "fullHealth", "anyProblem", "decrements", "index"];
const NAMES = ["id", "instrument", "country", "source", "licence"] as const;
type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the country value set that a licensee supplies.
 *
 * Either `index`, a number for every profile, or `fullHealth`, `anyProblem` and `decrements`: for each item in its order, what
 * each level takes away. `decimals` rounds, where the publication does.
 *
 * @param instrument the instrument whose profiles it values
 * @returns a value set that knows every profile, or every problem
 */
export function readValueSet(instrument: CatalogInstrument, input: string | Uint8Array): Read<ValueSet> {
  const json = readJson(input, { name: "value set", expected: EXPECTED, mostBytes: 2_000_000 });
  if (!json.ok) return json;
  if (!isFields(json.value)) return { ok: false, problems: [{ place: "value set", problem: "is no object", expected: EXPECTED }] };
  const fields = json.value;
  const dimensions = dimensionsOf(instrument);
  const problems = [...checkNames(fields, instrument), ...checkValues(fields, dimensions)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: build(fields, dimensions, instrument.id) };
}

interface Dimension {
  readonly code: string;
  readonly levels: number;
}

/** The items of the profile, each with its number of levels. */
function dimensionsOf(instrument: CatalogInstrument): Dimension[] {
  const codes = instrument.subscales.find(({ method }) => method.kind === "profile")?.items ?? [];
  const items = itemsOf(instrument);
  return codes.map((code) => {
    const takes = items.find((item) => item.code === code)?.takes;
    return { code, levels: takes?.kind === "whole" ? takes.range[1] : 0 };
  });
}

function checkNames(fields: Fields, instrument: CatalogInstrument): Problem[] {
  const problems: Problem[] = Object.keys(fields)
    .filter((key) => !KEYS.includes(key))
    .map((key) => ({ place: key.slice(0, 80), problem: "unknown field", expected: KEYS.join(", ") }));
  if (fields.schema !== SCHEMA) problems.push({ place: "schema", problem: shown(fields.schema), expected: `"${SCHEMA}"` });
  for (const name of NAMES)
    if (typeof fields[name] !== "string" || fields[name] === "")
      problems.push({ place: name, problem: shown(fields[name]), expected: "a text" });
  if (typeof fields.instrument === "string" && fields.instrument !== instrument.id)
    problems.push({ place: "instrument", problem: fields.instrument, expected: instrument.id });
  return problems;
}

function checkValues(fields: Fields, dimensions: readonly Dimension[]): Problem[] {
  if ((fields.index === undefined) === (fields.decrements === undefined))
    return [{ place: "index", problem: "index and decrements", expected: "one of the two" }];
  return fields.index === undefined ? checkDecrements(fields, dimensions) : checkIndex(fields.index, dimensions);
}

function checkDecrements({ fullHealth, anyProblem, decrements, decimals }: Fields, dimensions: readonly Dimension[]): Problem[] {
  const problems: Problem[] = [];
  for (const [place, value] of Object.entries({ fullHealth, anyProblem }))
    if (!isNumber(value)) problems.push({ place, problem: shown(value), expected: "a number" });
  if (decimals !== undefined && !(Number.isInteger(decimals) && Number(decimals) >= 0 && Number(decimals) <= 15))
    problems.push({ place: "decimals", problem: shown(decimals), expected: "a whole number from 0 to 15" });
  const lists = isFields(decrements) ? decrements : {};
  for (const { code, levels } of dimensions) {
    const list = lists[code];
    if (!Array.isArray(list) || list.length !== levels || !list.every(isNumber) || list[0] !== 0)
      problems.push({ place: `decrements.${code}`, problem: shown(list), expected: `${levels} numbers, the first 0` });
  }
  const strangers = Object.keys(lists).filter((code) => dimensions.every((dimension) => dimension.code !== code));
  return [
    ...problems,
    ...strangers.map((code) => ({ place: `decrements.${code.slice(0, 80)}`, problem: "unknown item", expected: names(dimensions) })),
  ];
}

function checkIndex(index: unknown, dimensions: readonly Dimension[]): Problem[] {
  const given = isFields(index) ? index : {};
  const wanted = new Set(profiles(dimensions));
  const missing = [...wanted].filter((profile) => !Object.hasOwn(given, profile));
  const strangers = Object.keys(given).filter((profile) => !wanted.has(profile));
  const wrong = Object.entries(given).filter(([profile, value]) => wanted.has(profile) && !isNumber(value));
  return [
    ...(missing.length > 0
      ? [{ place: "index", problem: `${missing.length} profiles are missing, ${missing[0]} first`, expected: `all ${wanted.size}` }]
      : []),
    ...strangers
      .slice(0, 5)
      .map((profile) => ({ place: `index.${profile.slice(0, 80)}`, problem: "unknown profile", expected: `${dimensions.length} digits` })),
    ...wrong.slice(0, 5).map(([profile, value]) => ({ place: `index.${profile}`, problem: shown(value), expected: "a number" })),
  ];
}

/** Every profile there is, "11111" first. */
const profiles = (dimensions: readonly Dimension[]): string[] =>
  dimensions.reduce<string[]>(
    (starts, { levels }) => starts.flatMap((start) => Array.from({ length: levels }, (_, level) => start + (level + 1))),
    [""],
  );

function build(fields: Fields, dimensions: readonly Dimension[], instrument: string): ValueSet {
  const all = profiles(dimensions);
  const indexOf =
    fields.index === undefined ? byDecrements(fields, dimensions) : (profile: string) => (fields.index as Record<string, number>)[profile]!;
  const index = new Map(all.map((profile) => [profile, indexOf(profile)]));
  const values = [...index.values()];
  const text = (name: string) => String(fields[name]);
  return {
    id: text("id"),
    instrument,
    country: text("country"),
    source: text("source"),
    licence: text("licence"),
    range: [values.reduce((low, value) => Math.min(low, value)), values.reduce((high, value) => Math.max(high, value))],
    digest: fingerprint(all.map((profile) => `${profile}:${index.get(profile)}`).join(" ")),
    index: (profile) => index.get(profile),
  };
}

function byDecrements(fields: Fields, dimensions: readonly Dimension[]): (profile: string) => number {
  const { fullHealth, anyProblem, decrements, decimals } = fields as {
    fullHealth: number;
    anyProblem: number;
    decrements: Record<string, number[]>;
    decimals?: number;
  };
  const best = "1".repeat(dimensions.length);
  return (profile) => {
    const taken = dimensions.reduce(
      (sum, { code }, i) => sum + decrements[code]![Number(profile[i]) - 1]!,
      profile === best ? 0 : anyProblem,
    );
    return decimals === undefined ? fullHealth - taken : Number((fullHealth - taken).toFixed(decimals));
  };
}

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
const names = (dimensions: readonly Dimension[]): string => dimensions.map(({ code }) => code).join(", ");
const shown = (value: unknown): string => (value === undefined ? "is missing" : (JSON.stringify(value) ?? "no value").slice(0, 60));
