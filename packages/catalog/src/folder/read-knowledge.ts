import type { PlainDate } from "@calcar/vocabulary";
import type { Catalog, KnowledgeFile } from "../catalog.ts";
import { overdue } from "../checks/review.ts";
import { type Contents, catalogOf } from "../contents.ts";
import { digest, shortVersion } from "../digest.ts";
import { parser } from "../parser.ts";
import { readCache, writeCache } from "./cache.ts";
import { cacheFolder } from "./cache-folder.ts";
import { decode } from "./decode.ts";
import { KnowledgeError } from "./knowledge-error.ts";
import { loaderVersion } from "./loader-version.ts";
import { type RawFile, readFiles } from "./read-files.ts";

export interface LoadOptions {
  /** The day on which no criterion may be past its review; not asked when absent, so that a clinic does not stop overnight. */
  readonly asOf?: PlainDate;
  /** Folder for parsed catalogs; one of this user's own when absent, none when false. */
  readonly cache?: string | false;
}

/**
 * Reads, checks and freezes everything under a knowledge folder.
 *
 * @param folder path of `knowledge/`
 * @returns one catalog, with the digest of every file as its version
 * @throws KnowledgeError with every problem found, each with file, line and what was expected
 */
export function loadCatalog(folder: string, { asOf, cache = cacheFolder() }: LoadOptions = {}): Catalog {
  const { files, problems } = readFiles(folder);
  if (problems.length > 0) throw new KnowledgeError([...problems, ...(files.length > 0 ? problemsOf(files) : [])]);
  const version = digest(files);
  const catalog = catalogOf(contentsOf(files, version, cache || undefined), shortVersion(version));
  const late = asOf === undefined ? [] : overdue(catalog, asOf);
  if (late.length > 0) throw new KnowledgeError(parser().located(decode(files).texts, late));
  return catalog;
}

function contentsOf(files: readonly RawFile[], digest: string, cache: string | undefined): Contents {
  const key = { digest, loader: loaderVersion() };
  const cached = cache === undefined ? undefined : readCache(cache, key);
  if (cached) return cached;
  const parsed = parse(files);
  if (!parsed.ok) throw new KnowledgeError(parsed.problems);
  if (cache !== undefined) writeCache(cache, key, parsed.contents);
  return parsed.contents;
}

function parse(files: readonly RawFile[]) {
  const { texts, problems } = decode(files);
  if (problems.length > 0) return { ok: false, problems } as const;
  return parser().parseContents(texts satisfies KnowledgeFile[]);
}

const problemsOf = (files: readonly RawFile[]) => {
  const parsed = parse(files);
  return parsed.ok ? [] : parsed.problems;
};
