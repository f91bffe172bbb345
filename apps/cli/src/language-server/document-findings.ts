import type { Catalog } from "@calcar/catalog";
import type { Jurisdiction, Severity } from "@calcar/catalog/schema";
import { checkPage, pageOfText, type ShownFinding, unreadLanguage } from "@calcar/claims";
import type { PlainDate } from "@calcar/vocabulary";
import { type Diagnostic, DiagnosticSeverity, type Position } from "vscode-languageserver/node";
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
  readonly wording?: string; // words that can stand in place of the sentence as they are
  readonly allowAt: Position; // where a comment that lets it stand belongs
}

const SEVERITY = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const satisfies Record<Severity, DiagnosticSeverity>;

/** What is said of a document that is not, or not all, in a language that is read. */
export function unreadNote(document: TextDocument, { language }: Desk): readonly Diagnostic[] {
  const unread = unreadLanguage(pageOfText(document.getText(), formatOf(document)), language);
  if (unread === undefined) return [];
  const start = { line: 0, character: 0 };
  const severity = unread.isMost ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information;
  return [{ range: { start, end: start }, severity, source: "calcar", code: "language-unread", message: unread.says }];
}

/** The findings of a document as it stands in the editor. */
export function findingsOf(document: TextDocument, { catalog, today, jurisdictions, language }: Desk): readonly Found[] {
  const page = pageOfText(document.getText(), formatOf(document));
  return checkPage(page, catalog, { today: today(), jurisdictions }).findings.map((finding) => foundOf(finding, document, language));
}

function foundOf(finding: ShownFinding, document: TextDocument, language: Desk["language"]): Found {
  const instead = finding.instead[language] ?? finding.instead.en;
  const isWording = finding.scope === "sentence" && finding.insteadIs === undefined && !instead.includes("[");
  return {
    diagnostic: {
      range: { start: document.positionAt(finding.source.start), end: document.positionAt(finding.source.end) },
      severity: SEVERITY[finding.severity],
      source: "calcar",
      code: finding.rule,
      message: messageOf(finding, language),
    },
    instead,
    allowAt: document.positionAt(blockStart(document.getText(), finding.source.start)),
    ...(isWording && { wording: instead }),
  };
}

/** The line on which the paragraph begins: a comment above it covers it. */
function blockStart(text: string, at: number): number {
  const gap = Math.max(...["\n\n", "\r\n\r\n"].map((empty) => text.lastIndexOf(empty, at - 1)));
  return gap < 0 ? 0 : gap + (text.startsWith("\r", gap) ? 4 : 2);
}

const formatOf = ({ languageId }: TextDocument) => (languageId === "html" ? "html" : languageId === "markdown" ? "markdown" : "text");

function messageOf({ detail, why, evidence = [], law }: ShownFinding, language: "en" | "es"): string {
  const laws = law.map(({ jurisdiction, says }) => `${jurisdiction}: ${says[language] ?? says.en}`);
  return [detail, why[language] ?? why.en, ...evidence.map(({ says }) => `Evidence: ${says}`), ...laws]
    .filter((text) => text !== undefined)
    .join("\n");
}
