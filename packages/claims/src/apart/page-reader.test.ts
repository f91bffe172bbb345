import { createHook } from "node:async_hooks";
import { catalog } from "@calcar/catalog/testing";
import { afterAll, describe, expect, it } from "vitest";
import { docxBomb, docxBombThatLies, pdfBomb, pdfOfForms } from "../page/testing/bombs.ts";
import { makeDocx, wordParagraph } from "../page/testing/make-docx.ts";
import { makePdf } from "../page/testing/make-pdf.ts";
import { checkPage } from "../report/check-page.ts";
import { openPageReader } from "./page-reader.ts";

const reader = openPageReader({ workers: 1, waiting: 10, ms: 5_000, megabytes: 300 });
afterAll(() => reader.close());

const bytes = (text: string) => new TextEncoder().encode(text);

async function saidOf(name: string, file: Uint8Array): Promise<string> {
  const read = await reader.read({ name, bytes: file });
  return read.ok ? read.value.text : `${read.refusal.kind}/${read.refusal.code}`;
}

describe("a file", () => {
  it.each([
    ["page.pdf", makePdf([[{ words: "It hurts.", y: 700 }]])],
    ["page.docx", makeDocx(wordParagraph("It hurts."))],
    ["page.html", bytes("<p>It hurts.")],
    ["page.txt", bytes("It hurts.")],
  ])("is read, in a thread apart or here: %s", async (name, file) => expect(await saidOf(name, file)).toBe("It hurts."));

  it.each([
    ["a PDF of 2 kB that unpacks to 500 MB", "a.pdf", pdfBomb(500_000_000), /^invalid\/(?:too-much-memory|too-slow)$/],
    ["a PDF that draws itself in itself a billion times", "a.pdf", pdfOfForms(7), /^invalid\/too-slow$/],
    ["a Word file that unpacks to 100 MB", "a.docx", docxBomb(100_000_000), /^invalid\/too-large$/],
    ["a Word file that unpacks to 100 MB and says it does not", "a.docx", docxBombThatLies(100_000_000), /^invalid\//],
    ["a PDF without an end", "a.pdf", bytes(`%PDF-1.7\n1 0 obj\n${"[".repeat(200_000)}`), /^invalid\/unreadable$/],
  ])("is refused in time: %s", async (_what, name, file, said) => {
    expect(await saidOf(name, file)).toMatch(said);
    expect(await saidOf("next.pdf", makePdf([[{ words: "It hurts.", y: 700 }]]))).toBe("It hurts.");
  });
});

it("opens no connection, whatever a page asks for", async () => {
  const opened: string[] = [];
  const watch = createHook({
    init: (_id, type) => void (/TCP|UDP|TLS|GETADDRINFO|QUERYWRAP|HTTP/.test(type) && opened.push(type)),
  }).enable();
  const address = "http://127.0.0.1:9/x";
  const html = `<!DOCTYPE html [<!ENTITY x SYSTEM "${address}">]><html><head><base href="${address}"><link rel="stylesheet" href="${address}">
    <meta http-equiv="refresh" content="0;url=${address}"><script src="${address}"></script><style>@import "${address}";</style></head>
    <body background="${address}">&x;<img src="${address}" srcset="${address} 2x"><iframe src="${address}"></iframe><object data="${address}"></object>
    <script type="application/ld+json">{"@context":"${address}","description":"Cells cure."}</script><a href="${address}" ping="${address}">It hurts.</a></body></html>`;
  const word = `<!DOCTYPE w [<!ENTITY x SYSTEM "${address}">]>${wordParagraph("&x; It hurts.")}`;
  const files = [
    ["a.html", bytes(html)],
    ["a.md", bytes(`![It hurts](${address}) <${address}>`)],
    [
      "a.docx",
      makeDocx(word, {
        "word/_rels/document.xml.rels": `<Relationships><Relationship TargetMode="External" Target="${address}"/></Relationships>`,
      }),
    ],
    ["a.pdf", makePdf([[{ words: "It hurts.", y: 700 }]], `/OpenAction<</S/URI/URI(${address})>>`)],
    [
      "a.mhtml",
      bytes(
        `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: ${address}\r\n\r\n${html}\r\n--b--\r\n`,
      ),
    ],
  ] as const;
  const { readPage } = await import("../page/read-page.ts");
  for (const [name, file] of files) {
    const read = await readPage(file, { name }); // in this thread, where connections would be seen
    expect(read.ok ? read.value.text : `${name} ${read.refusal.code}`).toContain("It hurts");
    if (read.ok) checkPage(read.value, catalog, { today: "2026-11-21" });
  }
  watch.disable();
  expect(opened).toEqual([]);
});
