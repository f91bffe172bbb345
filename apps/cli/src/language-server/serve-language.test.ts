import { PassThrough } from "node:stream";
import { catalog } from "@calcar/catalog/testing";
import { afterEach, describe, expect, it } from "vitest";
import {
  type CodeAction,
  createMessageConnection,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { serveLanguage } from "./serve-language.ts";

const URI = "file:///page.md";
const CLAIM = "Stem cells are the cure for hip arthritis.";
let editor: MessageConnection;
afterEach(() => editor.dispose());

/** An editor at the other end of the streams, speaking the protocol through the library's own client half. */
async function connected() {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const served = serveLanguage({ input, output }, { catalog, today: () => "2026-11-21", jurisdictions: undefined, language: "en" });
  editor = createMessageConnection(new StreamMessageReader(output), new StreamMessageWriter(input));
  const told: PublishDiagnosticsParams[] = [];
  let wake = () => {};
  editor.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    told.push(params);
    wake();
  });
  editor.listen();
  const next = async () => {
    if (told.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return told.shift()!;
  };
  const hello = await editor.sendRequest<InitializeResult>("initialize", { processId: null, rootUri: null, capabilities: {} });
  await editor.sendNotification("initialized", {});
  return { hello, next, served };
}

const open = (text: string, languageId = "markdown") =>
  editor.sendNotification("textDocument/didOpen", { textDocument: { uri: URI, languageId, version: 1, text } });

describe("the language server", () => {
  it("marks claims as they are written, and takes the marks away with the claim", async () => {
    const { hello, next } = await connected();
    expect(hello.capabilities.codeActionProvider).toBeTruthy();
    await open(`# Welcome\n\n${CLAIM}\n`);
    const marked = (await next()).diagnostics.filter(({ code }) => code === "cure-claim");
    expect(marked).toMatchObject([
      { severity: 1, source: "calcar", range: { start: { line: 2, character: 0 }, end: { line: 2, character: CLAIM.length } } },
    ]);
    expect(marked[0]!.message).toContain("There is no cure");
    await editor.sendNotification("textDocument/didChange", {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ text: "# Welcome\n\nThese injections do not cure arthritis.\n" }],
    });
    expect((await next()).diagnostics.filter(({ code }) => code === "cure-claim")).toEqual([]);
  });

  it("offers an honest wording for the sentence under the cursor only", async () => {
    const { next } = await connected();
    await open(`Hello there.\n\n${CLAIM}\n`);
    await next();
    const at = (line: number) =>
      editor.sendRequest<CodeAction[]>("textDocument/codeAction", {
        textDocument: { uri: URI },
        range: { start: { line, character: 3 }, end: { line, character: 3 } },
        context: { diagnostics: [] },
      });
    const offered = (await at(2)).find(({ title }) => title === "Instead: This is not a cure.");
    expect(offered?.edit?.changes?.[URI]).toMatchObject([{ newText: "This is not a cure.", range: { start: { line: 2 } } }]);
    expect(await at(0)).toEqual([]);
  });

  it("reads HTML as HTML: what a visitor does not see is not marked", async () => {
    const { next } = await connected();
    await open(`<script>"${CLAIM}"</script><p>Welcome.</p>`, "html");
    expect((await next()).diagnostics).toEqual([]);
  });

  it("ends when the editor says so", async () => {
    const { served } = await connected();
    await editor.sendRequest("shutdown");
    await editor.sendNotification("exit");
    await served;
  });
});
