/** What canonical JSON can hold. Anything else in a record is a defect, not a value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one spelling of a JSON value (JSON Canonicalization Scheme, RFC 8785): no white space, keys in the order of
 * their UTF-16 code units. Two equal values have equal text, so that their hashes can be compared.
 *
 * @throws on what JSON cannot hold exactly: undefined, NaN, infinities, dates and other objects, lone surrogates
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) return canonicalObject(value as { readonly [key: string]: Json });
  return scalar(value as string | number | boolean | null);
}

function canonicalObject(value: { readonly [key: string]: Json }): string {
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError("Canonical JSON holds plain objects only");
  const members = Object.keys(value)
    .sort(byCodeUnit)
    .map((key) => `${scalar(key)}:${canonicalJson(value[key] as Json)}`);
  return `{${members.join(",")}}`;
}

function scalar(value: string | number | boolean | null): string {
  const exact =
    value === null ||
    typeof value === "boolean" ||
    (typeof value === "number" && Number.isFinite(value)) ||
    (typeof value === "string" && value.isWellFormed());
  if (!exact) throw new TypeError(`Canonical JSON cannot hold ${typeof value === "string" ? "a lone surrogate" : String(value)}`);
  return JSON.stringify(value);
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
