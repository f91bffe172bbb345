import type { Problem } from "@calcar/vocabulary";
import type { KnowledgeFile, ParsedCatalog } from "./catalog.ts";
import { checkClaimEvidence } from "./checks/claim-evidence.ts";
import { checkClaims } from "./checks/claims.ts";
import { checkCriteria, checkTwins } from "./checks/criteria.ts";
import { checkDisagreements } from "./checks/disagreements.ts";
import { checkGuidelines } from "./checks/guidelines.ts";
import { checkIds } from "./checks/ids.ts";
import { checkInstrumentExamples } from "./checks/instrument-examples.ts";
import { checkInstruments } from "./checks/instruments.ts";
import { checkPathways } from "./checks/pathways.ts";
import { checkQuestions } from "./checks/questions.ts";
import { checkRegisters } from "./checks/registers.ts";
import { checkRiskOfBias } from "./checks/risk-of-bias.ts";
import { checkSources } from "./checks/sources.ts";
import { checkStaging } from "./checks/staging.ts";
import { checkStudies } from "./checks/studies.ts";
import { type Contents, catalogOf, contentsOf } from "./contents.ts";
import { digest, shortVersion } from "./digest.ts";
import { type Kind, placeOf } from "./layout.ts";
import type { Finding } from "./parse/finding.ts";
import { locate } from "./parse/locate.ts";
import { parseFiles } from "./parse/parse-files.ts";
import type { Parsed } from "./parse/parsed.ts";

export type ParsedContents =
  | { readonly ok: true; readonly contents: Contents }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type Check = (parsed: Parsed) => Finding[];

/** Each cross-check with the kinds it looks things up in: while a file of those is broken, it would only echo that. */
const CHECKS: readonly { readonly check: Check; readonly looksIn: readonly Kind[] }[] = [
  { check: checkIds, looksIn: [] },
  { check: checkStudies, looksIn: [] },
  { check: checkSources, looksIn: ["sources"] },
  { check: checkQuestions, looksIn: ["studies", "instruments"] },
  { check: checkCriteria, looksIn: ["factGroups"] },
  { check: checkPathways, looksIn: ["factGroups", "questions"] },
  { check: checkGuidelines, looksIn: [] },
  { check: checkDisagreements, looksIn: ["guidelines", "studies"] },
  { check: checkStaging, looksIn: ["factGroups"] },
  { check: checkInstruments, looksIn: [] },
  { check: checkInstrumentExamples, looksIn: ["instruments", "vectors", "thresholds", "responders"] },
  { check: checkRiskOfBias, looksIn: ["studies"] },
  { check: checkRegisters, looksIn: ["studies"] },
  { check: checkClaims, looksIn: ["claimWords", "questions"] },
  { check: checkClaimEvidence, looksIn: ["claimConditions", "claimOutcomes", "questions"] },
];

/** Parses and cross-checks a whole folder of knowledge, and names every problem at once. */
export function parseContents(files: readonly KnowledgeFile[]): ParsedContents {
  if (files.length === 0)
    return { ok: false, problems: [{ place: "knowledge", problem: "holds no file", expected: "at least one knowledge file" }] };
  const { parsed, findings } = parseFiles([...files].sort((a, b) => (a.path < b.path ? -1 : 1)));
  const broken = new Set(findings.map(({ file }) => placeOf(file)?.kind));
  const crossed = CHECKS.filter(({ looksIn }) => !looksIn.some((kind) => broken.has(kind))).flatMap(({ check }) => check(parsed));
  const all = [...findings, ...checkTwins(files.map(({ path }) => path)), ...crossed];
  return all.length === 0 ? { ok: true, contents: contentsOf(parsed) } : { ok: false, problems: located(files, all) };
}

/** The same as a frozen catalog, its version the digest of the texts as UTF-8. */
export function parseCatalog(files: readonly KnowledgeFile[]): ParsedCatalog {
  const parsed = parseContents(files);
  if (!parsed.ok) return parsed;
  const version = digest(files.map(({ path, text }) => ({ path, bytes: Buffer.from(text) })));
  return { ok: true, catalog: catalogOf(parsed.contents, shortVersion(version)) };
}

/** The problems that findings come to, each with its line. */
export const located = (files: readonly KnowledgeFile[], findings: readonly Finding[]): Problem[] =>
  locate(findings, new Map(files.map(({ path, text }) => [path, text])));
