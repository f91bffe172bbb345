/** Every column that a mapping names, each once. */
export function columnsOf(mapping: object): string[] {
  return [...new Set(named(mapping))];
}

/** Keys whose text is no column: words of a report's kind, constants, codes and settings. */
const NO_COLUMNS = new Set(["as", "text", "type", "values", "missing", "decimal", "isBaseline"]);

function named(value: object): string[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    if (NO_COLUMNS.has(key)) return [];
    if (key === "when") return Object.keys(inner as object);
    if (typeof inner === "string") return [inner];
    return typeof inner === "object" && inner !== null ? named(inner) : [];
  });
}
