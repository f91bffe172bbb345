import type { PlainDate } from "@calcar/vocabulary";
import type { Page } from "../page/page.ts";
import type { CheckedPage, ShownFinding } from "./check-page.ts";
import { reasonOf } from "./html-words.ts";
import { allOf, referencesIn, type Sources } from "./references.ts";
import type { SarifFailure } from "./sarif.ts";

/** What a report says of itself. */
export interface LintReport {
  readonly knowledge: string; // version of the catalog
  readonly sources: Sources; // of all that the findings name
  readonly language: "en" | "es"; // of reasons, wordings and laws
  readonly today: PlainDate;
}

/**
 * The findings in the shape of the contract, the same from the command line and over HTTP.
 *
 * `start` and `end` are offsets in UTF-16 code units: into the file for text, Markdown and HTML, into the text read from it for
 * Word and PDF, where `part` says on which page.
 */
export const lintJson = (
  { knowledge, sources, language, today }: LintReport,
  files: readonly { readonly path: string; readonly page: Page; readonly checked: CheckedPage }[],
  failures: readonly SarifFailure[] = [],
) => ({
  files: [
    ...files.map(({ path, page, checked }) => ({
      path,
      format: page.format,
      findings: checked.findings.map((finding) => shown(finding, language)),
      suppressed: checked.suppressed.map((finding) => ({
        ...shown(finding, language),
        reason: reasonOf(finding, language),
        by: finding.by,
      })),
      misusedComments: checked.misused,
      warnings: page.warnings,
    })),
    ...failures.map(({ path, problem }) => ({ path, problem, findings: [] })),
  ],
  references: referencesIn(
    files.flatMap(({ checked }) => allOf(checked)),
    sources,
  ).list,
  knowledge,
  checked: today,
});

const shown = (finding: ShownFinding, language: "en" | "es") => ({
  rule: finding.rule,
  severity: finding.severity,
  scope: finding.scope,
  start: finding.source.start,
  end: finding.source.end,
  quote: finding.quote,
  words: finding.words,
  says: finding.says[language] ?? finding.says.en,
  why: finding.why[language] ?? finding.why.en,
  instead: finding.instead[language] ?? finding.instead.en,
  ...(finding.insteadIs && { insteadIs: finding.insteadIs }),
  sources: finding.sources,
  law: finding.law.map(({ jurisdiction, name, says, only, source, verified }) => ({
    ...{ jurisdiction, name, says: says[language] ?? says.en, source, verified },
    ...(only && { only: only[language] ?? only.en }),
  })),
  ...(finding.evidence && {
    evidence: finding.evidence.map(({ about, ...evidence }) => ({ ...evidence, about: about[language] ?? about.en })),
  }),
  ...(finding.detail !== undefined && { detail: finding.detail }),
  ...(finding.lacks && { lacks: finding.lacks }),
  ...(finding.part !== undefined && { part: finding.part }),
});
