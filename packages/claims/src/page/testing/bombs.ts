import { zipSync, zlibSync } from "fflate";

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const FONT = "<</Font<</F1 3 0 R>>>>";

/** A PDF of one page whose objects from the fifth on are given; the page draws the fifth. */
const pdfOf = (streams: readonly (readonly [entries: string, content: Uint8Array])[]): Uint8Array =>
  joined([
    ascii("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[4 0 R]/Count 1>>endobj\n"),
    ascii("3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"),
    ascii(
      `4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<</Font<</F1 3 0 R>>/XObject<</X 6 0 R>>>>>>endobj\n`,
    ),
    ...streams.flatMap(([entries, content], i) => [
      ascii(`${5 + i} 0 obj<</Length ${content.length}${entries}>>stream\n`),
      content,
      ascii("\nendstream endobj\n"),
    ]),
    ascii("trailer<</Root 1 0 R>>\n%%EOF"),
  ]);

/** A PDF of a few kilobytes whose page unpacks to many bytes of white space: packed twice, it is small. */
export const pdfBomb = (bytes: number): Uint8Array => {
  const packed = zlibSync(zlibSync(new Uint8Array(bytes).fill(32), { level: 9 }), { level: 9 });
  return pdfOf([["/Filter[/FlateDecode/FlateDecode]", packed]]);
};

/** A PDF whose page draws a form twenty times, which draws another twenty times, and so on: 20 to the power of `depth`. */
export const pdfOfForms = (depth: number): Uint8Array => {
  const draws = ascii("/X Do ".repeat(20));
  const form = (i: number) => [`/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X ${7 + i} 0 R>>>>`, draws] as const;
  const last = [`/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources${FONT}`, ascii("BT /F1 12 Tf (It hurts.) Tj ET")] as const;
  return pdfOf([["", draws], ...Array.from({ length: depth - 1 }, (_, i) => form(i)), last]);
};

/** A Word file of which a part unpacks to many bytes. */
export const docxBomb = (bytes: number): Uint8Array => zipSync({ "word/document.xml": new Uint8Array(bytes).fill(65) }, { level: 9 });

/** The same, with a directory that says the part is small. */
export const docxBombThatLies = (bytes: number): Uint8Array => {
  const file = docxBomb(bytes);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 0; at < file.length - 30; at++) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 1000, true);
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
  }
  return file;
};
