import type { PaperLink } from "../../page.ts";
import type { LooseBlock } from "../assemble.ts";
import { type Attributes, attributeValue, piecesOf } from "../html/attributes.ts";
import { BlockWriter, isBoldHeading } from "../html/block-writer.ts";
import { type Context, OUTSIDE, type TableState } from "../html/context.ts";
import { type HtmlEvents, readEvents } from "../html/events.ts";
import { paperAddress } from "../paper-address.ts";
import type { StyleMeaning } from "./styles.ts";

/** Elements whose words are not on the page: what was deleted, field codes, the second telling of a drawing. */
const UNREAD = new Set(["w:del", "w:moveFrom", "w:instrText", "w:delText", "mc:Fallback", "w:rt"]);

interface Paragraph {
  readonly words: { readonly words: string; readonly at: number }[]; // "\n" where a line is broken
  style?: string;
  listLevel?: number;
  outline?: number;
  bold: number; // letters in bold
  letters: number;
}

interface Table {
  readonly state: TableState;
  isHeader: boolean;
}

const isAllBold = ({ words, bold, letters }: Paragraph): boolean =>
  letters > 0 &&
  bold >= letters * 0.95 &&
  isBoldHeading(
    words
      .map((part) => part.words)
      .join("")
      .trim(),
  );

/** Counts the paragraphs of a file, its tables and its characters, over all its parts. */
export interface WordCounts {
  paragraphs: number;
  tables: number;
  characters: number;
}

/** What other parts of the file say about this one. */
export interface WordBeside {
  readonly styles: ReadonlyMap<string, StyleMeaning>;
  readonly addresses: ReadonlyMap<string, string>;
}

/** One part of a Word file: the document, its notes, a header. */
class WordPart implements HtmlEvents {
  readonly #xml: string;
  readonly #beside: WordBeside;
  readonly #counts: WordCounts;
  readonly #writer = new BlockWriter();
  readonly #open: Paragraph[] = []; // a text box puts paragraphs into a paragraph
  readonly #tables: Table[] = [];
  #unread = 0;
  #isText = false;
  #run = { isBold: false, isHidden: false };
  #link: { start: number; address: string } | undefined; // the link being read, if it leads to a paper
  readonly links: PaperLink[] = [];

  constructor(xml: string, beside: WordBeside, counts: WordCounts) {
    this.#xml = xml;
    this.#beside = beside;
    this.#counts = counts;
  }

  #is(attributes: Attributes, name: string): boolean {
    return !["0", "false", "off", "none"].includes(attributeValue(this.#xml, attributes, name) ?? "1");
  }

  open(name: string, attributes: Attributes, closesItself: boolean): void {
    if (UNREAD.has(name)) this.#unread += closesItself ? 0 : 1;
    if (this.#unread > 0) return;
    if (name.startsWith("w:")) this.#openWord(name, attributes);
    else if (name === "wp:docPr") this.#writer.aside({ layout: "alt-text", pieces: piecesOf(this.#xml, attributes, "descr") });
    if (closesItself) this.close(name);
  }

  #openWord(name: string, attributes: Attributes): void {
    if (name === "w:p") this.#open.push({ words: [], bold: 0, letters: 0 });
    else if (name === "w:r") this.#run = { isBold: false, isHidden: false };
    else if (name === "w:t") this.#isText = true;
    else if (name === "w:tab") this.#add(" ");
    else if (name === "w:br" || name === "w:cr") this.#add("\n");
    else if (name === "w:noBreakHyphen") this.#add("-");
    else if (name === "w:hyperlink") this.#openLink(attributes);
    else this.#openTable(name, attributes) || this.#property(name, attributes);
  }

  #openLink(attributes: Attributes): void {
    const address = paperAddress(this.#beside.addresses.get(attributeValue(this.#xml, attributes, "r:id") ?? "") ?? "");
    this.#link = address === undefined ? undefined : { start: this.#counts.characters, address };
  }

  #closeLink(): void {
    const end = this.#counts.characters;
    if (this.#link && this.#link.start < end) this.links.push({ ...this.#link, end });
    this.#link = undefined;
  }

  #openTable(name: string, attributes: Attributes): boolean {
    const table = this.#tables.at(-1);
    if (name === "w:tbl") this.#tables.push({ state: { table: this.#counts.tables++, row: -1, column: -1 }, isHeader: false });
    else if (name === "w:tr" && table) {
      table.isHeader = table.state.row < 0;
      Object.assign(table.state, { row: table.state.row + 1, column: -1 });
    } else if (name === "w:tc" && table) table.state.column++;
    else if (name === "w:tblHeader" && table) table.isHeader = this.#is(attributes, "w:val");
    else return false;
    return true;
  }

  #property(name: string, attributes: Attributes): void {
    const paragraph = this.#open.at(-1);
    const value = attributeValue(this.#xml, attributes, "w:val") ?? "";
    if (name === "w:b") this.#run.isBold = this.#is(attributes, "w:val");
    else if (name === "w:vanish") this.#run.isHidden = this.#is(attributes, "w:val");
    else if (!paragraph) return;
    else if (name === "w:pStyle") paragraph.style = value;
    else if (name === "w:outlineLvl") paragraph.outline = Number(value);
    else if (name === "w:numPr") paragraph.listLevel ??= 1;
    else if (name === "w:ilvl" && paragraph.listLevel) paragraph.listLevel = Math.min(6, Number(value) + 1);
  }

  #add(words: string): void {
    const paragraph = this.#open.at(-1);
    if (!paragraph || this.#run.isHidden || this.#unread > 0) return;
    paragraph.words.push({ words, at: this.#counts.characters });
    this.#counts.characters += words.length;
    const letters = words.replace(/\s/g, "").length;
    paragraph.letters += letters;
    if (this.#run.isBold) paragraph.bold += letters;
  }

  #contextOf(paragraph: Paragraph): Context {
    const part = `paragraph ${++this.#counts.paragraphs}`;
    const table = this.#tables.at(-1);
    const styled = this.#beside.styles.get(paragraph.style ?? "");
    const outlined =
      paragraph.outline !== undefined && paragraph.outline < 6 ? { layout: "heading" as const, level: paragraph.outline + 1 } : undefined;
    const listed = paragraph.listLevel ? { layout: "list-item" as const, level: paragraph.listLevel } : undefined;
    const meaning = outlined ?? (styled?.layout === "heading" ? styled : (listed ?? styled));
    if (meaning) return { ...OUTSIDE, part, ...meaning };
    const { row, column } = table?.state ?? { row: 0, column: 0 };
    if (table) return { ...OUTSIDE, part, layout: "table-cell", cell: { table: table.state.table, row, column, isHeader: table.isHeader } };
    return isAllBold(paragraph) ? { ...OUTSIDE, part, layout: "heading", level: 3 } : { ...OUTSIDE, part };
  }

  #closeParagraph(): void {
    const paragraph = this.#open.pop();
    if (!paragraph) return;
    const context = this.#contextOf(paragraph);
    for (const { words, at } of paragraph.words) {
      if (words === "\n") this.#writer.lineBreak(context, at);
      else this.#writer.words(context, words, at);
    }
    this.#writer.flush();
  }

  close(name: string): void {
    if (UNREAD.has(name) && this.#unread > 0) this.#unread--;
    else if (this.#unread > 0) return;
    else if (name === "w:t") this.#isText = false;
    else if (name === "w:hyperlink") this.#closeLink();
    else if (name === "w:r") this.#run = { isBold: false, isHidden: false };
    else if (name === "w:p") this.#closeParagraph();
    else if (name === "w:tbl") this.#tables.pop();
  }

  text(start: number, end: number): void {
    if (this.#isText) this.#add(this.#xml.slice(start, end));
  }

  entity(character: string): void {
    if (this.#isText) this.#add(character);
  }

  finish(): LooseBlock[] {
    return this.#writer.finish();
  }
}

/** The blocks of one part of a Word file, and its links to papers by the count of characters where they stand. */
export const readWordPart = (
  xml: string,
  beside: WordBeside,
  counts: WordCounts,
): { readonly blocks: readonly LooseBlock[]; readonly links: readonly PaperLink[] } => {
  const part = new WordPart(xml, beside, counts);
  readEvents(xml, part, true);
  return { blocks: part.finish(), links: part.links };
};
