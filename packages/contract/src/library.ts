import { JURISDICTIONS } from "@calcar/catalog/schema";
import { KeptVersion, LibraryLine, PageHeading, VersionLine } from "@calcar/library/schema";
import { z } from "zod";
import { CHECK_FORMATS, CheckedText } from "./claims.ts";

/** What is known today: a check made with other knowledge is stale. */
const Today = z.strictObject({ knowledge: z.string(), rules: z.string() });

/** GET /api/library: every page with its last check, the one checked last first. */
export const Library = z.strictObject({ pages: z.array(LibraryLine), today: Today });
export type Library = z.infer<typeof Library>;

/** POST /api/library: what the page is called, and for a file sent as its bytes its name. The body is that of a check. */
export const KeepQuery = z.strictObject({ ...PageHeading.shape, name: z.string().min(1).max(255).optional() });
export type KeepQuery = z.infer<typeof KeepQuery>;

/** POST /api/library/:id/versions: a newer text of the page. */
export const KeepVersionQuery = z.strictObject({ name: z.string().min(1).max(255).optional() });

/** GET /api/library/:id: a page with all its checks, the last first. */
export const LibraryPage = z.strictObject({ ...LibraryLine.shape, history: z.array(VersionLine), today: Today });
export type LibraryPage = z.infer<typeof LibraryPage>;

/** By which rules a version is read: as it was found then, or with those of today, which keeps nothing. */
export const READINGS = ["then", "today"] as const;

/** How a version is wanted. */
export const VersionQuery = z.strictObject({
  format: z.enum(CHECK_FORMATS).default("page"),
  language: z.enum(["en", "es"]).default("en"),
  rules: z.enum(READINGS).default("then"),
  jurisdiction: z.enum(JURISDICTIONS).optional(), // whose law to name; all when absent
});
export type VersionQuery = z.infer<typeof VersionQuery>;

/** GET /api/library/:id/versions/:version as a page of ours shows it. */
export const SavedVersion = z.strictObject({
  page: LibraryLine,
  line: VersionLine, // as it was kept, whichever rules were asked for
  rules: z.enum(READINGS),
  checked: CheckedText,
  today: Today,
});
export type SavedVersion = z.infer<typeof SavedVersion>;

export { KeptVersion, LibraryLine, PageHeading, VersionLine };
