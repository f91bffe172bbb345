import type { VersionName } from "./library-queries.ts";

/** What is compared, as the address holds it: versions of the library only; a pasted text is held by the tab alone. */
export interface CompareSearch {
  readonly before?: string; // "PAGE.VERSION"
  readonly after?: string;
  readonly rules?: "today";
}

const NAME = /^([0-9a-f-]{36})\.([1-9]\d{0,3})$/;

export const versionOf = (text: string | undefined): VersionName | undefined => {
  const [, page, version] = NAME.exec(text ?? "") ?? [];
  return page === undefined ? undefined : { page, version: Number(version) };
};

export const nameOf = ({ page, version }: VersionName): string => `${page}.${version}`;

/** Reads the address; what names no version is left out. */
export const readCompareSearch = ({ before, after, rules }: Record<string, unknown>): CompareSearch => ({
  ...(typeof before === "string" && versionOf(before) && { before }),
  ...(typeof after === "string" && versionOf(after) && { after }),
  ...(rules === "today" && { rules }),
});
