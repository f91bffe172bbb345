import { describe, expect, it } from "vitest";
import { readPage } from "./read-page.ts";
import { MOST_BINARY_BYTES, MOST_TEXT_BYTES } from "./readers/limits.ts";
import { makeDocx, wordParagraph } from "./testing/make-docx.ts";
import { makePdf } from "./testing/make-pdf.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const binary = (...codes: number[]): Uint8Array => Uint8Array.from(codes);
const archive = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>It hurts.\n--x--";

describe("reading a page", () => {
  it.each([
    ["page.txt", bytes("It <b>hurts</b>."), "text", "It <b>hurts</b>."],
    ["page.md", bytes("It **hurts**."), "markdown", "It hurts."],
    ["page.html", bytes("<p>It hurts."), "html", "It hurts."],
    ["page.docx", makeDocx(wordParagraph("It hurts.")), "docx", "It hurts."],
    ["page.pdf", makePdf([[{ words: "It hurts.", y: 700 }]]), "pdf", "It hurts."],
    ["page.mhtml", bytes(archive), "web-archive", "It hurts."],
    ["page", bytes("<!DOCTYPE html><p>It hurts."), "html", "It hurts."],
    ["page", bytes("It hurts."), "text", "It hurts."],
    ["page", bytes(archive), "web-archive", "It hurts."],
    ["page.txt", makePdf([[{ words: "It hurts.", y: 700 }]]), "pdf", "It hurts."],
    ["page.php", bytes("\n<html><p>It hurts."), "html", "It hurts."],
    ["-", bytes("<p>It hurts.</p><p hidden>It cures.</p>"), "html", "It hurts."],
  ])("knows %s", async (name, content, format, text) =>
    expect(await readPage(content, { name })).toMatchObject({ ok: true, value: { format, text } }),
  );

  it.each([
    ["nothing", bytes(""), "page.txt", "empty"],
    ["white space", bytes(" \n\t "), "page.txt", "empty"],
    ["a page without words", bytes("<html><script>x</script></html>"), "page.html", "empty"],
    ["a picture", binary(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0), "page.txt", "binary"],
    ["a picture named .html", binary(0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70), "page.html", "binary"],
    ["rich text", bytes("{\\rtf1 It hurts.}"), "page.rtf", "unsupported-format"],
    ["a web archive of Safari", bytes("bplist00 x"), "page.webarchive", "unsupported-format"],
    ["old Word", binary(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3), "page.doc", "unsupported-format"],
    [
      "Word behind a password",
      binary(0xd0, 0xcf, 0x11, 0xe0, ...[..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0])),
      "page.docx",
      "encrypted",
    ],
    ["a text named .docx", bytes("It hurts."), "page.docx", "unreadable"],
    ["a text named .pdf", bytes("It hurts."), "page.pdf", "unreadable"],
    ["a text named .mhtml", bytes("It hurts."), "page.mhtml", "unreadable"],
    ["too much text", new Uint8Array(MOST_TEXT_BYTES + 1).fill(65), "page.txt", "too-large"],
    [
      "too large a file",
      (() => {
        const large = new Uint8Array(MOST_BINARY_BYTES + 1);
        large.set(bytes("PK\u0003\u0004"));
        return large;
      })(),
      "page.docx",
      "too-large",
    ],
  ])("refuses %s", async (_, content, name, code) =>
    expect(await readPage(content, { name })).toMatchObject({ ok: false, refusal: { kind: "invalid", code } }),
  );

  it("says when it had to guess", async () => {
    const page = await readPage(binary(0x93, 65, 0x94), { name: "page.txt" });
    expect(page).toMatchObject({ value: { text: "“A”", warnings: [{ code: "encoding-guessed", detail: "windows-1252" }] } });
  });

  it("does not count a byte order mark", async () => {
    expect(await readPage(bytes("\ufeffIt hurts."), { name: "page.txt" })).toMatchObject({ value: { sentences: [{ start: 0, end: 9 }] } });
  });
});
