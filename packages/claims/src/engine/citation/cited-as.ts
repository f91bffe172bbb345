import type { Work } from "./works.ts";

/** A work as it is named to a reader: "Lau RL and others (2014)". */
export function citedAs({ byline, title, year }: Work): string {
  const [first, ...more] = (byline ?? title).split(",").map((part) => part.trim());
  return `${first}${byline !== undefined && more.length > 0 ? " and others" : ""}${year === undefined ? "" : ` (${year})`}`;
}
