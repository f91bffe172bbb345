import type { ImportFormat } from "./imported.ts";

/** A first look at a file is enough for this many characters. */
const LOOKED_AT = 20_000;

/**
 * The format of a file by what it holds; its name says nothing. REDCap is told by its mapping, which has to be given.
 *
 * @returns undefined when it is none of those that are read
 */
export function detectFormat(text: string, hasMapping: boolean): ImportFormat | undefined {
  const start = text.slice(0, LOOKED_AT).trimStart();
  if (/^TY {2}-/m.test(start)) return "ris";
  if (start.startsWith("{") || start.startsWith("[")) return "clinicaltrials";
  if (start.startsWith("<")) return /<Pubmed(?:Article|BookArticle)/.test(start) ? "pubmed" : undefined;
  if (
    /^[^\n]*\bComparison Number\b[^\n]*\bOutcome Number\b/.test(start) ||
    /^[^\n]*\bAnalysis group\b[^\n]*\bAnalysis number\b/.test(start)
  )
    return "revman";
  if (hasMapping) return "redcap";
  return /^\s*@[ \t]*[a-z]+[ \t\n]*[{(]/im.test(start) ? "bibtex" : undefined;
}
