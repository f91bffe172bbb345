import { join } from "node:path";
import { loadCatalog } from "@calcar/catalog";
import type { InstrumentPage } from "@calcar/contract";

const ROOT = join(import.meta.dirname, "..", "..", "..");
/** Named, because under a browser's own URL the catalog cannot find it by itself. */
const cache = join(ROOT, "node_modules", ".cache", "calcar", "catalog");
const catalog = loadCatalog(join(ROOT, "knowledge"), { cache });

/** An instrument of the repository as it comes over the wire. It lies outside the app, which never sees the catalog itself. */
export const shown = (id: string): InstrumentPage["instrument"] =>
  JSON.parse(JSON.stringify(catalog.instruments.get(id))) as InstrumentPage["instrument"];

export const INSTRUMENTS: readonly string[] = [...catalog.instruments.keys()];
export const SOURCES: InstrumentPage["sources"] = Object.fromEntries(catalog.sources);
