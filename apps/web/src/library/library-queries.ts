import type { KeptVersion, Library, LibraryPage, SavedVersion } from "@calcar/contract";
import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { call } from "../api/call.ts";
import { bodyOf } from "../claims/check-query.ts";
import type { Source } from "../claims/shapes.ts";
import type { Locale } from "../messages/messages.tsx";

export const LIBRARY = "/api/library";
const pageAt = (id: string): string => `${LIBRARY}/${encodeURIComponent(id)}`;

/** By which rules a version is read. */
export type Reading = "then" | "today";

/** A version of a page of the library. */
export interface VersionName {
  readonly page: string;
  readonly version: number;
}

export interface VersionWish {
  readonly rules: Reading;
  readonly language: Locale;
}

export const libraryQuery = queryOptions({
  queryKey: [LIBRARY],
  queryFn: ({ signal }) => call<Library>(LIBRARY, { signal }),
  staleTime: 0,
});

export const libraryPageQuery = (id: string) =>
  queryOptions({ queryKey: [LIBRARY, id], queryFn: ({ signal }) => call<LibraryPage>(pageAt(id), { signal }), staleTime: 0 });

/** Where a version is, for a request or for a link to a file. */
export const versionPath = ({ page, version }: VersionName, wish: Readonly<Record<string, string>>): string =>
  `${pageAt(page)}/versions/${version}?${new URLSearchParams(wish)}`;

/** One version; it never changes as it was found then, and with the rules of today it is as lasting as the knowledge of the server. */
export const versionQuery = (name: VersionName, { rules, language }: VersionWish) =>
  queryOptions({
    queryKey: [LIBRARY, name.page, name.version, rules, language],
    queryFn: ({ signal }) => call<SavedVersion>(versionPath(name, { rules, language }), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });

export interface NewPage {
  readonly title: string;
  readonly address: string; // empty when there is none
}

const nameOf = (source: Source): Readonly<Record<string, string>> => ("file" in source ? { name: source.name.slice(-255) } : {});

/** Keeps a page under a title of its own. */
export function keepPage(source: Source, { title, address }: NewPage): Promise<KeptVersion> {
  const fields = new URLSearchParams({ title, ...(address !== "" && { address }), ...nameOf(source) });
  return call<KeptVersion>(`${LIBRARY}?${fields}`, { method: "POST", body: bodyOf(source) });
}

/** Keeps a text as a further version of a page. */
export const keepVersion = (source: Source, page: string): Promise<KeptVersion> =>
  call<KeptVersion>(`${pageAt(page)}/versions?${new URLSearchParams(nameOf(source))}`, { method: "POST", body: bodyOf(source) });

/** Checks the last text of a page with the rules of today, and keeps what was found unless it is the very same. */
export const checkAgain = (page: string): Promise<KeptVersion> => call<KeptVersion>(`${pageAt(page)}/check`, { method: "POST", body: {} });

export const deletePage = (page: string): Promise<void> => call<void>(pageAt(page), { method: "DELETE" });

/** The last version of a page, read by the rules of then: where an edit begins. */
export async function lastVersion(queries: QueryClient, page: string): Promise<SavedVersion> {
  const { versions } = await queries.fetchQuery(libraryPageQuery(page));
  return queries.ensureQueryData(versionQuery({ page, version: versions }, { rules: "then", language: "en" }));
}
