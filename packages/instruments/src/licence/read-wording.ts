import type { CatalogInstrument } from "@calcar/catalog";
import { type Problem, type Read, readJson } from "@calcar/vocabulary";
import { type Item, itemsOf } from "../definition/items-of.ts";

/** The wording of one item in one language. */
export interface ItemWording {
  readonly code: string;
  readonly text: string;
  readonly options?: readonly OptionWording[] | undefined; // where the item's answers are worded apart
}
export interface OptionWording {
  readonly value: number;
  readonly text: string;
}
export interface LanguageWording {
  readonly title?: string | undefined;
  readonly introduction?: string | undefined;
  readonly items: readonly ItemWording[];
  readonly options?: readonly OptionWording[] | undefined; // of every item that words none itself
}

/** A clinic's licensed wording of one version of one instrument, by language. It stays with the clinic. */
export interface Wording {
  readonly instrument: string;
  readonly version: string;
  readonly languages: Readonly<Record<string, LanguageWording>>;
}

const SCHEMA = "calcar-wording/1";
const EXPECTED = `a JSON object with schema "${SCHEMA}", instrument, version and languages`;
type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a clinic's licensed wording and holds it against the definition.
 *
 * @param needed languages that must be there
 * @returns the wording, or every problem: a missing language, a wrong number of items, another order, codes and options nobody knows
 */
export function readWording(instrument: CatalogInstrument, input: string | Uint8Array, needed: readonly string[] = []): Read<Wording> {
  const json = readJson(input, { name: "wording", expected: EXPECTED, mostBytes: 2_000_000 });
  if (!json.ok) return json;
  const problems = isFields(json.value)
    ? faultsOf(instrument, json.value, needed)
    : [{ place: "wording", problem: "is no object", expected: EXPECTED }];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: json.value as unknown as Wording };
}

function faultsOf(instrument: CatalogInstrument, fields: Fields, needed: readonly string[]): Problem[] {
  const named = { schema: SCHEMA, instrument: instrument.id, version: instrument.version };
  const wrong = Object.entries(named).filter(([key, value]) => fields[key] !== value);
  const strangers = Object.keys(fields).filter((key) => !["schema", "instrument", "version", "languages"].includes(key));
  const languages = isFields(fields.languages) ? fields.languages : {};
  const missing = [...needed, ...(Object.keys(languages).length === 0 ? ["any language"] : [])].filter(
    (tag) => !Object.hasOwn(languages, tag),
  );
  return [
    ...wrong.map(([key, value]) => ({ place: key, problem: shown(fields[key]), expected: `"${value}"` })),
    ...strangers.map((key) => ({ place: key.slice(0, 80), problem: "unknown field", expected: "schema, instrument, version, languages" })),
    ...missing.map((tag) => ({ place: `languages.${tag}`, problem: "is missing", expected: "items in this language" })),
    ...Object.entries(languages).flatMap(([tag, language]) => languageFaults(instrument, language, `languages.${tag.slice(0, 40)}`)),
  ];
}

function languageFaults(instrument: CatalogInstrument, language: unknown, place: string): Problem[] {
  if (!isFields(language) || !Array.isArray(language.items))
    return [{ place, problem: "has no items", expected: "a list of items with code and text" }];
  const wanted = itemsOf(instrument);
  const given = language.items as readonly unknown[];
  const codes = given.map((item) => (isFields(item) ? item.code : undefined));
  return [
    ...(given.length === wanted.length
      ? []
      : [{ place: `${place}.items`, problem: `${given.length} items`, expected: `${wanted.length} items` }]),
    ...codes.flatMap((code, i) => codeFaults(code, i, { wanted, place })),
    ...given.flatMap((item, i) => textFaults(item, `${place}.items[${i}]`)),
    ...optionFaults(instrument, language, place),
  ];
}

function codeFaults(code: unknown, i: number, { wanted, place }: { readonly wanted: readonly Item[]; readonly place: string }): Problem[] {
  const expected = wanted[i]?.code;
  if (code === expected) return [];
  const isKnown = wanted.some((item) => item.code === code);
  const problem = isKnown ? `item ${String(code)} in place ${i + 1}` : `unknown item ${shown(code)}`;
  return [
    {
      place: `${place}.items[${i}]`,
      problem,
      expected: expected === undefined ? "no further item" : `item ${expected}, in the order of the definition`,
    },
  ];
}

const textFaults = (item: unknown, place: string): Problem[] =>
  isFields(item) && isText(item.text) ? [] : [{ place: `${place}.text`, problem: "is empty", expected: "the wording of the item" }];

/** Named answers are worded all or not at all, for each item by its own list or by that of the language. */
function optionFaults(instrument: CatalogInstrument, language: Fields, place: string): Problem[] {
  return itemsOf(instrument).flatMap((item, i) => {
    const own = (language.items as readonly unknown[])[i];
    const isOwn = isFields(own) && own.options !== undefined;
    const options = isOwn ? own.options : language.options;
    if (options === undefined) return [];
    const wanted = valuesOf(item);
    const values = Array.isArray(options)
      ? options.map((option) => (isFields(option) && isText(option.text) ? option.value : undefined))
      : [];
    const same = values.length === wanted.length && wanted.every((value) => values.includes(value));
    const isListed = isOwn || wanted.length > 0; // one list of the language does not speak of items that take any number
    return same || !isListed
      ? []
      : [
          {
            place: `${place}.items[${i}].options`,
            problem: `${values.length} worded answers for ${item.code}`,
            expected: `one for each of ${wanted.join(", ")}`,
          },
        ];
  });
}

function valuesOf({ takes }: Item): number[] {
  if (takes.kind === "choice") return takes.options.map(({ value }) => value);
  if (takes.kind === "number") return [];
  const [low, high] = takes.range;
  return high - low > 10 ? [] : Array.from({ length: high - low + 1 }, (_, i) => low + i);
}

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";
const shown = (value: unknown): string => (value === undefined ? "is missing" : (JSON.stringify(value) ?? "no value").slice(0, 60));
