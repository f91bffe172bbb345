/** Whether anything inside a value cites one of the sources as its ground. */
export function cites(value: unknown, sources: ReadonlySet<string>): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, inner]) =>
    (key === "source" || key === "foundIn") && typeof inner === "string" ? sources.has(inner) : cites(inner, sources),
  );
}
