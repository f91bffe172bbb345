import type { Catalog } from "@calcar/catalog";
import type { Jurisdiction, Severity } from "@calcar/catalog/schema";
import { checkPage, pageOfText, type ShownFinding } from "@calcar/claims";
import type { PlainDate } from "@calcar/vocabulary";
import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";

/** What a language server checks against. */
export interface Desk {
  readonly catalog: Catalog;
  readonly today: () => PlainDate;
  readonly jurisdictions: readonly Jurisdiction[] | undefined;
  readonly language: "en" | "es";
}

/** A finding as an editor shows it, and the wording it may put in its place. */
export interface Found {
  readonly diagnostic: Diagnostic;
  readonly instead: string;
}

const SEVERITY = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const satisfies Record<Severity, DiagnosticSeverity>;

/** The findings of a document as it stands in the editor. */
export function findingsOf(document: TextDocument, { catalog, today, jurisdictions, language }: Desk): readonly Found[] {
  const page = pageOfText(document.getText(), formatOf(document));
  return checkPage(page, catalog, { today: today(), jurisdictions }).findings.map((finding) => ({
    diagnostic: {
      range: { start: document.positionAt(finding.source.start), end: document.positionAt(finding.source.end) },
      severity: SEVERITY[finding.severity],
      source: "calcar",
      code: finding.rule,
      message: messageOf(finding, language),
    },
    instead: finding.instead[language] ?? finding.instead.en,
  }));
}

const formatOf = ({ languageId }: TextDocument) => (languageId === "html" ? "html" : languageId === "markdown" ? "markdown" : "text");

function messageOf({ detail, why, evidence, law }: ShownFinding, language: "en" | "es"): string {
  const laws = law.map(({ jurisdiction, says }) => `${jurisdiction}: ${says[language] ?? says.en}`);
  return [detail, why[language] ?? why.en, evidence && `Evidence: ${evidence.says}`, ...laws]
    .filter((text) => text !== undefined)
    .join("\n");
}
