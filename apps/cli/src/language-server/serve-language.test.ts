import { PassThrough } from "node:stream";
import { catalog } from "@calcar/catalog/testing";
import { afterEach, describe, expect, it } from "vitest";
import {
  type CodeAction,
  createMessageConnection,
  type Hover,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
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

  const actionsAt = (line: number) =>
    editor.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: URI },
      range: { start: { line, character: 3 }, end: { line, character: 3 } },
      context: { diagnostics: [] },
    });

  it("puts no advice into the text, no blanks to fill in, and nothing for the page as a whole", async () => {
    const { next } = await connected();
    await open("Our revolutionary stem cell therapy worked for 95% of our patients. Call us today.\n");
    const { diagnostics } = await next();
    expect(diagnostics.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["hype-language", "unqualified-success-rate", "missing-risk-disclosure"]),
    );
    const offered = await actionsAt(0);
    expect(offered.filter(({ title }) => title.startsWith("Instead"))).toEqual([]);
    expect(offered.some(({ title }) => title.startsWith("Let hype-language stand here"))).toBe(true);
  });

  it("lets a sentence stand by a comment above its paragraph, once a reason is written", async () => {
    const { next } = await connected();
    const text = `Hello there.\n\nWelcome.\n${CLAIM}\n`;
    await open(text);
    await next();
    const action = (await actionsAt(3)).find(({ title }) => title.startsWith("Let cure-claim stand here"))!;
    expect(action.edit?.changes?.[URI]).toEqual([
      { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, newText: "<!-- calcar-allow cure-claim:  -->\n\n" },
    ]);
    const change = (reason: string, version: number) =>
      editor.sendNotification("textDocument/didChange", {
        textDocument: { uri: URI, version },
        contentChanges: [{ text: text.replace("Welcome.", `<!-- calcar-allow cure-claim: ${reason} -->\n\nWelcome.`) }],
      });
    const cures = async () => (await next()).diagnostics.filter(({ code }) => code === "cure-claim").length;
    await change("", 2);
    expect(await cures()).toBe(1);
    await change("quoted from the order", 3);
    expect(await cures()).toBe(0);
  });

  it.each([
    ["a list", "markdown", `- Welcome.\n- ${CLAIM}\n- Goodbye.\n`],
    ["a paragraph right under its heading", "markdown", `# Welcome\n${CLAIM}\n`],
    ["lines with the ends of Windows", "plaintext", `Hello.\r\n\r\nWelcome.\r\n${CLAIM}\r\n`],
    ["HTML on one line", "html", `<h1>Hi</h1><p>Welcome. ${CLAIM}</p><p>Goodbye.</p>`],
    ["a cell of HTML", "html", `<table><tr><td>Welcome</td><td>${CLAIM}</td></tr></table>`],
  ])("puts that comment where it covers %s", async (_, language, text) => {
    const { next } = await connected();
    await open(text, language);
    const marked = (await next()).diagnostics.find(({ code }) => code === "cure-claim")!;
    const action = (await actionsAt(marked.range.start.line)).find(({ title }) => title.startsWith("Let cure-claim stand here"))!;
    const [edit] = action.edit!.changes![URI]!;
    const document = TextDocument.create(URI, language, 1, text);
    const allowed = TextDocument.applyEdits(document, [{ ...edit!, newText: edit!.newText.replace(":  -->", ": quoted -->") }]);
    await editor.sendNotification("textDocument/didChange", {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ text: allowed }],
    });
    const codes = (await next()).diagnostics.map(({ code }) => code);
    expect(codes).not.toContain("cure-claim");
    expect(codes).not.toContain("calcar-allow");
  });

  it("breaks no table of Markdown by a comment, and tells a comment that does nothing", async () => {
    const { next } = await connected();
    await open(`| What | Result |\n| --- | --- |\n| Cells | ${CLAIM} |\n`);
    expect((await next()).diagnostics.map(({ code }) => code)).toContain("cure-claim");
    expect((await actionsAt(2)).filter(({ title }) => title.startsWith("Let "))).toEqual([]);
    await editor.sendNotification("textDocument/didChange", {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ text: "<!-- calcar-allow cure-claim: an example -->\n\nWelcome.\n" }],
    });
    expect((await next()).diagnostics).toMatchObject([{ code: "calcar-allow", message: expect.stringContaining("is not needed") }]);
  });

  it("explains what is under the pointer", async () => {
    const { next } = await connected();
    await open(`Hello there.\n\n${CLAIM}\n`);
    await next();
    const hover = (line: number) =>
      editor.sendRequest<Hover | null>("textDocument/hover", { textDocument: { uri: URI }, position: { line, character: 3 } });
    expect((await hover(2))?.contents).toMatchObject({
      kind: "markdown",
      value: expect.stringMatching(/\*\*cure-claim\*\*[\s\S]*Instead: /),
    });
    expect(await hover(0)).toBeNull();
  });

  it("reads HTML as HTML: what a visitor does not see is not marked", async () => {
    const { next } = await connected();
    await open(`<script>"${CLAIM}"</script><p>Welcome.</p>`, "html");
    expect((await next()).diagnostics).toEqual([]);
  });

  it("says of a page that it is in no language that is read", async () => {
    const { next } = await connected();
    await open("Les cellules souches guérissent l'arthrose de la hanche, et les patients ne sont plus opérés.");
    expect((await next()).diagnostics).toMatchObject([
      { code: "language-unread", severity: 2, message: expect.stringContaining("neither English") },
    ]);
  });

  it("ends when the editor says so", async () => {
    const { served } = await connected();
    await editor.sendRequest("shutdown");
    await editor.sendNotification("exit");
    await served;
  });
});
