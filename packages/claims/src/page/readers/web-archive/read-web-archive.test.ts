import { describe, expect, it } from "vitest";
import { readWebArchive } from "./read-web-archive.ts";
import { fromBase64, fromQuotedPrintable } from "./transfer.ts";

const archive = (encoding: string, body: string, type = "text/html; charset=utf-8"): Uint8Array =>
  new TextEncoder().encode(
    [
      "From: <Saved by a browser>",
      "MIME-Version: 1.0",
      'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Part--x"',
      "",
      "------Part--x",
      "Content-Type: text/css",
      "",
      "p { color: red }",
      "------Part--x",
      `Content-Type: ${type}`,
      `Content-Transfer-Encoding: ${encoding}`,
      "Content-Location: https://example.org/",
      "",
      body,
      "------Part--x--",
    ].join("\r\n"),
  );

const textOf = (bytes: Uint8Array): string => {
  const read = readWebArchive(bytes);
  return read.ok ? read.value.text : read.refusal.code;
};

describe("a saved web page", () => {
  it.each([
    ["quoted-printable", archive("quoted-printable", "<p>The hip is s=\r\nore. =C3=A9 =3D =x</p>"), "The hip is sore. é = =x"],
    ["base64", archive("base64", btoa("<p>The hip is sore.</p>").replace(/.{9}/g, "$&\r\n")), "The hip is sore."],
    ["8bit", archive("8bit", "<p>Años</p>"), "Años"],
  ])("is read from %s", (_, bytes, wanted) => expect(textOf(bytes)).toBe(wanted));

  it("is refused when it holds no page", () => {
    expect(textOf(archive("8bit", "x", "image/png"))).toBe("unreadable");
    expect(textOf(new TextEncoder().encode("MIME-Version: 1.0\n\nx"))).toBe("unreadable");
  });
});

describe("transfer encodings", () => {
  it("are undone", () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    const text = (decoded: Uint8Array): string => new TextDecoder().decode(decoded);
    expect(text(fromBase64(bytes("SGlw\r\ncw==")))).toBe("Hips");
    expect(text(fromQuotedPrintable(bytes("a=\nb=\r\nc=41=4")))).toBe("abcA=4");
  });
});
