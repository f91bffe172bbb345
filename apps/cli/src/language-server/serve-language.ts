import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  createConnection,
  type Hover,
  type HoverParams,
  type InitializeResult,
  type Position,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Streams } from "../io.ts";
import { checkDocument, type Desk, type Found } from "./document-findings.ts";

const CAPABILITIES: InitializeResult = {
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  },
  serverInfo: { name: "Calcar" },
};

/** Answers one editor over a pair of streams until it closes them or sends `exit`. */
export function serveLanguage({ input, output }: Streams, desk: Desk): Promise<void> {
  const connection = createConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
  const documents = new TextDocuments(TextDocument);
  const found = new Map<string, readonly Found[]>();

  connection.onInitialize(() => CAPABILITIES);
  documents.onDidChangeContent(({ document }) => {
    const checked = checkDocument(document, desk);
    found.set(document.uri, checked.found);
    void connection.sendDiagnostics({
      uri: document.uri,
      version: document.version,
      diagnostics: [...checked.notes, ...checked.found.map(({ diagnostic }) => diagnostic)],
    });
  });
  documents.onDidClose(({ document: { uri } }) => {
    found.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  connection.onCodeAction((params) => actions(found.get(params.textDocument.uri) ?? [], params));
  connection.onHover((params) => hoverOf(found.get(params.textDocument.uri) ?? [], params));
  documents.listen(connection);
  connection.listen();
  return new Promise((resolve) => {
    connection.onExit(() => resolve());
    input.once("end", () => resolve());
  });
}

const touches = ({ diagnostic: { range } }: Found, { start, end }: Range): boolean =>
  range.start.line <= end.line && range.end.line >= start.line;

/** For each finding the cursor touches: an honest wording, and a comment that lets the sentence stand. Offered, never applied by itself. */
const actions = (findings: readonly Found[], { textDocument: { uri }, range }: CodeActionParams): CodeAction[] =>
  findings.filter((one) => touches(one, range)).flatMap((one) => [...rewording(one, uri), ...letStand(one, uri)]);

/** Only where there are words for this sentence: what is to be filled in, or done elsewhere, is told and not put into the text. */
const rewording = ({ diagnostic, wording }: Found, uri: string): CodeAction[] =>
  wording === undefined
    ? []
    : [
        {
          title: `Instead: ${wording}`,
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic],
          edit: { changes: { [uri]: [{ range: diagnostic.range, newText: wording }] } },
        },
      ];

/** The comment comes without its reason, which only its author knows: until one is written, the finding stays. */
const letStand = ({ diagnostic, allow }: Found, uri: string): CodeAction[] =>
  allow === undefined
    ? []
    : [
        {
          title: `Let ${diagnostic.code} stand here, with a reason that you write`,
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic],
          edit: { changes: { [uri]: [allow] } },
        },
      ];

/** What stands behind the findings under the pointer. */
function hoverOf(findings: readonly Found[], { position }: HoverParams): Hover | null {
  const here = findings.filter(({ diagnostic: { range } }) => isWithin(position, range));
  if (here.length === 0) return null;
  const value = here
    .map(({ diagnostic, instead }) => `**${diagnostic.code}**\n\n${diagnostic.message}\n\nInstead: ${instead}`)
    .join("\n\n---\n\n");
  return { contents: { kind: "markdown", value } };
}

const isWithin = (at: Position, { start, end }: Range): boolean =>
  (start.line < at.line || (start.line === at.line && start.character <= at.character)) &&
  (at.line < end.line || (at.line === end.line && at.character <= end.character));
