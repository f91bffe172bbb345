import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  createConnection,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Streams } from "../io.ts";
import { type Desk, type Found, findingsOf } from "./document-findings.ts";

const CAPABILITIES: InitializeResult = {
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
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
    const findings = findingsOf(document, desk);
    found.set(document.uri, findings);
    void connection.sendDiagnostics({
      uri: document.uri,
      version: document.version,
      diagnostics: findings.map(({ diagnostic }) => diagnostic),
    });
  });
  documents.onDidClose(({ document: { uri } }) => {
    found.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  connection.onCodeAction((params) => actions(found.get(params.textDocument.uri) ?? [], params));
  documents.listen(connection);
  connection.listen();
  return new Promise((resolve) => {
    connection.onExit(() => resolve());
    input.once("end", () => resolve());
  });
}

/** An honest wording in place of the sentence, for each finding the cursor touches: offered, never applied by itself. */
const actions = (findings: readonly Found[], { textDocument: { uri }, range }: CodeActionParams): CodeAction[] =>
  findings
    .filter(({ diagnostic }) => diagnostic.range.start.line <= range.end.line && diagnostic.range.end.line >= range.start.line)
    .map(({ diagnostic, instead }) => ({
      title: `Instead: ${instead}`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      edit: { changes: { [uri]: [{ range: diagnostic.range, newText: instead }] } },
    }));
