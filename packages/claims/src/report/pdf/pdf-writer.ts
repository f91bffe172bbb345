import { createRequire } from "node:module";
import type PDFDocument from "pdfkit";
import { type FontPart, letterRuns } from "./letters.ts";

type Doc = InstanceType<typeof PDFDocument>;
type Element = ReturnType<Doc["struct"]>;

/** Words in one style. */
export interface Words {
  readonly text: string;
  readonly style?: "bold" | "italic"; // upright when absent
  readonly color?: string; // of the words; ink when absent
  readonly underline?: boolean;
}

const STYLES = { upright: "400-normal", italic: "400-italic", bold: "600-normal" } as const;
const INK = "#1b1f24";
const SIZES = { H1: 20, H2: 15, H3: 11.5 } as const;
const SIZE = 10.5;

/** Writes headings and paragraphs down the pages of a PDF, each as an element of its structure, so that it can be read aloud and searched. */
export class PdfWriter {
  readonly #doc: Doc;
  readonly #root: Element;
  readonly #open: Element[];
  readonly #find = createRequire(import.meta.url);
  readonly #fonts = new Set<string>();
  unprinted = 0; // letters that the typeface does not have

  constructor(doc: Doc) {
    this.#doc = doc;
    this.#root = doc.struct("Document");
    doc.addStructure(this.#root);
    this.#open = [this.#root];
  }

  heading(level: keyof typeof SIZES, words: string | readonly Words[]): void {
    const doc = this.#doc;
    const runs = typeof words === "string" ? [{ text: words, style: "bold" as const }] : words;
    if (doc.y > doc.page.height - doc.page.margins.bottom - 90) doc.addPage(); // a heading never stands alone at the foot
    doc.moveDown(level === "H3" ? 0.7 : 0.9);
    this.#write(level, runs, { size: SIZES[level], gap: 0.25, indent: 0 });
    if (level !== "H3") doc.outline.addItem(runs.map(({ text }) => text).join(""));
  }

  paragraph(
    words: string | readonly Words[],
    { as = "P", indent = 0 }: { readonly as?: "P" | "BlockQuote"; readonly indent?: number } = {},
  ): void {
    this.#write(as, typeof words === "string" ? [{ text: words }] : words, { size: SIZE, gap: 0.35, indent });
  }

  /** Everything that `write` writes stands in one section. */
  section(write: () => void): void {
    const section = this.#doc.struct("Sect");
    this.#open.at(-1)!.add(section);
    this.#open.push(section);
    write();
    this.#open.pop();
    section.end();
  }

  /** Numbers the pages and ends the document. */
  end(footer: (page: number, pages: number) => string): void {
    const doc = this.#doc;
    this.#root.end();
    const { start, count } = doc.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      doc.switchToPage(page);
      const { margins, height, width } = doc.page;
      doc.page.margins = { ...margins, bottom: 0 }; // or the footer would open a page of its own
      doc.markContent("Artifact", { type: "Pagination" });
      this.#font("latin", undefined).fontSize(8.5).fillColor("#55595f");
      doc.text(footer(page - start + 1, count), margins.left, height - 40, {
        width: width - margins.left - margins.right,
        align: "center",
      });
      doc.endMarkedContent();
      doc.page.margins = margins;
    }
    doc.end();
  }

  #write(type: string, words: readonly Words[], { size, gap, indent }: { size: number; gap: number; indent: number }): void {
    const doc = this.#doc;
    const pieces = words.flatMap(({ text, ...look }) => {
      const { runs, unprinted } = letterRuns(text);
      this.unprinted += unprinted;
      return runs.map((run) => ({ ...run, ...look }));
    });
    if (pieces.length === 0) return;
    const element = doc.struct(type, {}, () => {
      doc.fontSize(size);
      doc.x = doc.page.margins.left + indent;
      const width = doc.page.width - doc.page.margins.right - doc.x;
      pieces.forEach(({ part, text, style, color = INK, underline = false }, i) => {
        this.#font(part, style).fillColor(color);
        doc.text(text, { width, continued: i < pieces.length - 1, underline, lineGap: size * 0.22 });
      });
    });
    this.#open.at(-1)!.add(element);
    element.end();
    doc.moveDown(gap);
  }

  #font(part: FontPart, style: Words["style"]): Doc {
    const name = `${part}-${STYLES[style ?? "upright"]}`;
    if (!this.#fonts.has(name)) {
      this.#fonts.add(name);
      this.#doc.registerFont(name, this.#find.resolve(`@fontsource/source-serif-4/files/source-serif-4-${name}.woff`));
    }
    return this.#doc.font(name);
  }
}
