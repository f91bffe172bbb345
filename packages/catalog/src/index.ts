import type { KnowledgeFile, ParsedCatalog } from "./catalog.ts";
import { parser } from "./parser.ts";

export type { Catalog, KnowledgeFile, ParsedCatalog } from "./catalog.ts";
export { type ReadDocument, readDocument } from "./document.ts";
export { KnowledgeError } from "./folder/knowledge-error.ts";
export { type LoadOptions, loadCatalog } from "./folder/read-knowledge.ts";
export type { CatalogInstrument } from "./instrument-entry.ts";
export type * from "./schema.ts";

/**
 * Parses and cross-checks knowledge files that are already in memory.
 *
 * @param files all files of a knowledge folder, paths relative to it
 * @returns a frozen catalog, or every problem with file, line and what was expected
 */
export const parseCatalog = (files: readonly KnowledgeFile[]): ParsedCatalog => parser().parseCatalog(files);
