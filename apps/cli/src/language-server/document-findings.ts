import type { Catalog } from "@calcar/catalog";
import type { Jurisdiction, Severity } from "@calcar/catalog/schema";
import { type CheckedPage, checkPage, type Page, pageOfText, type ShownFinding, sourceSpan, unreadLanguage } from "@calcar/claims";
import type { PlainDate } from "@calcar/vocabulary";
import { type Diagnostic, DiagnosticSeverity, type TextEdit } from "vscode-languageserver/node";
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
  readonly allow?: TextEdit; // the comment that lets it stand, still without its reason
}

const SEVERITY = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const satisfies Record<Severity, DiagnosticSeverity>;

/** A document as it stands in the editor: its findings, whether it is, or is in part, in no language that is read, and comments in vain. */
export interface CheckedDocument {
  readonly found: readonly Found[];
  readonly notes: readonly Diagnostic[];
}

export function checkDocument(document: TextDocument, { catalog, today, jurisdictions, language }: Desk): CheckedDocument {
  const page = pageOfText(document.getText(), formatOf(document));
  const { findings, misused } = checkPage(page, catalog, { today: today(), jurisdictions });
  const found = findings.map((finding) => foundOf(finding, { document, page, language }));
  return { found, notes: [...unreadNotes(page, language), ...misused.map((comment) => misusedNote(comment, document))] };
}

function unreadNotes(page: Page, language: Desk["language"]): readonly Diagnostic[] {
  const unread = unreadLanguage(page, language);
  if (unread === undefined) return [];
  const start = { line: 0, character: 0 };
  const severity = unread.isMost ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information;
  return [{ range: { start, end: start }, severity, source: "calcar", code: "language-unread", message: unread.says }];
}

function misusedNote({ at, problem }: CheckedPage["misused"][number], document: TextDocument): Diagnostic {
  const start = document.positionAt(at);
  const message = `This comment ${problem}; it lets nothing stand.`;
  return { range: { start, end: start }, severity: DiagnosticSeverity.Information, source: "calcar", code: "calcar-allow", message };
}

interface Around {
  readonly document: TextDocument;
  readonly page: Page;
  readonly language: Desk["language"];
}

function foundOf(finding: ShownFinding, { document, page, language }: Around): Found {
  const instead = finding.instead[language] ?? finding.instead.en;
  const isWording = finding.scope === "sentence" && finding.insteadIs === undefined && !instead.includes("[");
  const allow = allowanceAt(finding, document, page);
  return {
    diagnostic: {
      range: { start: document.positionAt(finding.source.start), end: document.positionAt(finding.source.end) },
      severity: SEVERITY[finding.severity],
      source: "calcar",
      code: finding.rule,
      message: messageOf(finding, language),
    },
    instead,
    ...(allow && { allow }),
    ...(isWording && { wording: instead }),
  };
}

/**
 * Where a comment covers the block of a finding: in HTML within it, in a text on a line of its own above it.
 *
 * @returns undefined in a table of Markdown, which a line between its rows would break
 */
function allowanceAt({ start, rule }: ShownFinding, document: TextDocument, page: Page): TextEdit | undefined {
  const block = page.blocks.findLast((each) => each.start <= start);
  if (block === undefined || (block.cell && page.format !== "html")) return undefined;
  const begins = document.positionAt(sourceSpan(page.offsets, block).start);
  const comment = `<!-- calcar-allow ${rule}:  -->`;
  const at = page.format === "html" ? begins : { line: begins.line, character: 0 };
  return { range: { start: at, end: at }, newText: page.format === "html" ? `${comment} ` : `${comment}\n\n` };
}

const formatOf = ({ languageId }: TextDocument) => (languageId === "html" ? "html" : languageId === "markdown" ? "markdown" : "text");

function messageOf({ detail, why, evidence = [], law }: ShownFinding, language: "en" | "es"): string {
  const laws = law.map(({ jurisdiction, says }) => `${jurisdiction}: ${says[language] ?? says.en}`);
  return [detail, why[language] ?? why.en, ...evidence.map(({ says }) => `Evidence: ${says}`), ...laws]
    .filter((text) => text !== undefined)
    .join("\n");
}
