/** One line of a made PDF: its words, the size of its letters, and where it stands. */
export interface MadeLine {
  readonly words: string;
  readonly size?: number;
  readonly x?: number;
  readonly y: number;
  readonly opens?: boolean; // as tagged files mark what begins with it
}

const literal = (words: string): string => `(${words.replace(/[\\()]/g, "\\$&")})`;

const drawn = (line: MadeLine): string => (line.opens ? `/P BMC ${shown(line)} EMC` : shown(line));

const shown = (line: MadeLine): string => `BT /F1 ${line.size ?? 11} Tf ${line.x ?? 72} ${line.y} Td ${literal(line.words)} Tj ET`;

/** A small PDF with a text layer, one list of lines for each page; `trailer` adds entries such as /Encrypt. */
export const makePdf = (pages: readonly (readonly MadeLine[])[], trailer = ""): Uint8Array => {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(" ");
  const objects = pages.flatMap((lines, index) => {
    const content = lines.map(drawn).join("\n");
    const number = 4 + index * 2;
    return [
      `${number} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents ${number + 1} 0 R/Resources<</Font<</F1 3 0 R>>>>>>endobj`,
      `${number + 1} 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj`,
    ];
  });
  const body = [
    "%PDF-1.4",
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
    `2 0 obj<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>endobj`,
    "3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj",
    ...objects,
    `trailer<</Root 1 0 R${trailer}>>`,
    "%%EOF",
  ];
  return new TextEncoder().encode(body.join("\n"));
};
