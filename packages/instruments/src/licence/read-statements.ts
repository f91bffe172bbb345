import type { CatalogInstrument } from "@calcar/catalog";
import { isPlainDate, type Problem, type Read, readJson } from "@calcar/vocabulary";
import type { LicenceStatement } from "./gate.ts";

const KEYS = ["instrument", "version", "who", "on", "reference"] as const;
const EXPECTED = `a JSON list of statements with ${KEYS.join(", ")}`;

/**
 * Reads the licence statements of a clinic's configuration.
 *
 * @param instruments of the catalog: a statement about an instrument or a version that is not there is a mistake, not a permission
 */
export function readLicenceStatements(
  instruments: ReadonlyMap<string, Pick<CatalogInstrument, "id" | "version">>,
  input: string | Uint8Array,
): Read<readonly LicenceStatement[]> {
  const json = readJson(input, { name: "licences", expected: EXPECTED, mostBytes: 1_000_000 });
  if (!json.ok) return json;
  if (!Array.isArray(json.value)) return { ok: false, problems: [{ place: "licences", problem: "is no list", expected: EXPECTED }] };
  const problems = json.value.flatMap((entry: unknown, i) => faultsOf(instruments, entry, `[${i}]`));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: json.value as LicenceStatement[] };
}

function faultsOf(instruments: ReadonlyMap<string, Pick<CatalogInstrument, "version">>, entry: unknown, place: string): Problem[] {
  if (typeof entry !== "object" || entry === null) return [{ place, problem: "is no object", expected: EXPECTED }];
  const fields = entry as Readonly<Record<string, unknown>>;
  const known = typeof fields.instrument === "string" ? instruments.get(fields.instrument) : undefined;
  const strangers = Object.keys(fields).filter((key) => !KEYS.some((known) => known === key));
  const empty = KEYS.filter((key) => typeof fields[key] !== "string" || fields[key] === "");
  return [
    ...strangers.map((key) => ({ place: `${place}.${key.slice(0, 80)}`, problem: "unknown field", expected: KEYS.join(", ") })),
    ...empty.map((key) => ({ place: `${place}.${key}`, problem: "is missing", expected: "a text" })),
    ...(known || empty.includes("instrument")
      ? []
      : [
          { place: `${place}.instrument`, problem: `unknown instrument ${String(fields.instrument)}`, expected: "the id of an instrument" },
        ]),
    ...(known && !empty.includes("version") && fields.version !== known.version
      ? [{ place: `${place}.version`, problem: String(fields.version), expected: known.version }]
      : []),
    ...(empty.includes("on") || isPlainDate(String(fields.on))
      ? []
      : [{ place: `${place}.on`, problem: String(fields.on), expected: "a day that exists, YYYY-MM-DD" }]),
  ];
}
