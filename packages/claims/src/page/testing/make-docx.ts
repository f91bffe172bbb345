import { strToU8, zipSync } from "fflate";

/** A small Word file of the given inner XML; the styles are Word's own. */
export const makeDocx = (body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array => {
  const document = `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
  const styles = `<w:styles><w:style w:type="paragraph" w:styleId="Ttulo1"><w:name w:val="heading 1"/></w:style>
    <w:style w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Ttulo1"/></w:style>
    <w:style w:styleId="Loop"><w:name w:val="x"/><w:basedOn w:val="Loop"/></w:style>
    <w:style w:styleId="Zitat"><w:name w:val="Intense Quote"/></w:style>
    <w:style w:styleId="Deep"><w:name w:val="Deep"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style></w:styles>`;
  const files = { "word/document.xml": document, "word/styles.xml": styles, ...parts };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
};

/** A paragraph of a made Word file. */
export const wordParagraph = (text: string, properties = "", run = ""): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
