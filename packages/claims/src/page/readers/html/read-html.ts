import type { Draft } from "../../draft.ts";
import type { BlockLayout, PageFormat, PageWarning, PaperLink } from "../../page.ts";
import { assemble, type LooseBlock } from "../assemble.ts";
import { paperAddress } from "../paper-address.ts";
import type { Pieces } from "../pieces.ts";
import { type Attributes, attributeValue, isHidden, piecesOf } from "./attributes.ts";
import { BlockWriter, saysMore } from "./block-writer.ts";
import { type Context, enter, enterTable, OUTSIDE } from "./context.ts";
import { BLOCK, VOID } from "./elements.ts";
import { type HtmlEvents, readEvents } from "./events.ts";
import { OpenElements } from "./open-elements.ts";
import { structuredTexts } from "./structured-data.ts";

const DESCRIBING = new Set(["description", "og:description", "twitter:description", "og:title", "twitter:title"]);

/** "hip-photo_2.jpg" names a file and says nothing. */
const FILE_NAME = /^[^\s]*\.(?:jpe?g|png|gif|webp|svg|avif)$|^(?:img|dsc|image)[\s_-]?\d+$/i;

/** Kinds of input that show words of the page; the others hold what its reader types. */
const BUTTONS = new Set(["button", "submit"]);

/** One reading of one page. */
class HtmlReading implements HtmlEvents {
  readonly #source: string;
  readonly #open = new OpenElements<Context>(OUTSIDE);
  readonly #writer = new BlockWriter();
  readonly #told = new Set<string>(); // descriptions already written: pages repeat them word for word
  readonly warnings: PageWarning[] = [];
  title: string | undefined;
  language: string | undefined;
  #tables = 0;
  #at = 0; // behind the words read last
  #link: { start: number; address: string } | undefined; // the link being read, if it leads to a paper
  readonly links: PaperLink[] = [];
  #data: { start: number; end: number } | undefined; // the JSON-LD script being read

  constructor(source: string) {
    this.#source = source;
  }

  #tell(layout: BlockLayout, pieces: Pieces): void {
    const { text } = pieces;
    if (!pieces.hasWords || this.#told.has(text)) return;
    this.#told.add(text);
    this.#writer.aside({ layout, pieces });
  }

  open(name: string, attributes: Attributes, closesItself: boolean): void {
    if (name === "a") this.#openLink(attributes);
    this.#open.imply(name);
    if (BLOCK.has(name)) this.#writer.flush();
    const outer = this.#open.context;
    if (!outer.isUnread) this.#readTag(name, attributes, outer);
    if (VOID.has(name) || (closesItself && outer.isUnread)) return;
    const context = enter(outer, this.#source, name, attributes);
    this.#open.push(name, name === "table" && !context.isUnread ? enterTable(context, this.#tables++) : context);
    if (name === "q") this.#writer.character(context, "“", this.#at, this.#at);
  }

  #openLink(attributes: Attributes): void {
    this.#closeLink();
    const address = paperAddress(attributeValue(this.#source, attributes, "href") ?? "");
    if (address !== undefined) this.#link = { start: this.#at, address };
  }

  #closeLink(): void {
    if (this.#link && this.#link.start < this.#at) this.links.push({ ...this.#link, end: this.#at });
    this.#link = undefined;
  }

  #value(attributes: Attributes, name: string): string {
    return attributeValue(this.#source, attributes, name)?.trim().toLowerCase() ?? "";
  }

  #readTag(name: string, attributes: Attributes, context: Context): void {
    if (name === "html") this.language = this.#value(attributes, "lang");
    else if (name === "br") this.#writer.lineBreak(context, this.#at);
    else if (name === "script" && this.#value(attributes, "type").startsWith("application/ld+json")) this.#data = { start: -1, end: -1 };
    else if (name === "meta") {
      const key = this.#value(attributes, attributes.has("name") ? "name" : "property");
      if (DESCRIBING.has(key)) this.#tell("meta", piecesOf(this.#source, attributes, "content"));
    } else if (name === "img") this.#readPicture(attributes);
    else if (name === "input") this.#readInput(attributes);
  }

  #readPicture(attributes: Attributes): void {
    const pieces = piecesOf(this.#source, attributes, "alt");
    if (!FILE_NAME.test(pieces.text)) this.#tell("alt-text", pieces);
  }

  #readInput(attributes: Attributes): void {
    if (!BUTTONS.has(this.#value(attributes, "type")) || isHidden(this.#source, attributes)) return;
    const pieces = piecesOf(this.#source, attributes, "value");
    if (saysMore(pieces.text)) this.#writer.aside({ layout: "caption", pieces });
  }

  close(name: string): void {
    const { context } = this.#open;
    if (name === "script") this.#readData();
    if (name === "a") this.#closeLink();
    if (name === "q") this.#writer.character(context, "”", this.#at, this.#at);
    if (!this.#open.close(name) || !BLOCK.has(name)) return;
    const words = this.#writer.flush();
    if (name === "title" && !context.isUnread) this.title ??= words;
  }

  #readData(): void {
    const data = this.#data;
    this.#data = undefined;
    if (!data || data.start < 0) return;
    const texts = structuredTexts(this.#source, data.start, data.end);
    if (!texts) this.warnings.push({ code: "unreadable-structured-data" });
    for (const pieces of texts ?? []) this.#tell("structured-data", pieces);
  }

  text(start: number, end: number): void {
    if (this.#data) this.#data = { start: this.#data.start < 0 ? start : this.#data.start, end };
    else this.#writer.words(this.#open.context, this.#source.slice(start, end), start);
    this.#at = end;
  }

  entity(character: string, start: number, end: number): void {
    this.#writer.character(this.#open.context, character, start, end);
    this.#at = end;
  }

  finish(): LooseBlock[] {
    this.#closeLink();
    return this.#writer.finish();
  }
}

const FOR_MACHINES = new Set<BlockLayout>(["meta", "structured-data"]);

/** Words for search engines that stand on the page as well are read once, on the page. */
const withoutRepetition = (blocks: readonly LooseBlock[]): LooseBlock[] => {
  const shown = new Set(blocks.filter(({ layout }) => !FOR_MACHINES.has(layout)).map(({ pieces }) => pieces.text));
  return blocks.filter(({ layout, pieces }) => !FOR_MACHINES.has(layout) || !shown.has(pieces.text));
};

/**
 * Reads the words of an HTML page: what is shown, and what search engines and screen readers are told. Scripts,
 * navigation, forms and hidden text stay out. Any depth and any disorder of tags is read, in linear time.
 *
 * @param source the decoded page; the map of the draft points into it
 */
export const readHtml = (source: string, format: PageFormat = "html", warnings: readonly PageWarning[] = []): Draft => {
  const reading = new HtmlReading(source);
  readEvents(source, reading);
  const blocks = withoutRepetition(reading.finish());
  const { title, language, links } = reading;
  return assemble(blocks, source, {
    format,
    ...(title ? { title } : {}),
    ...(language ? { language } : {}),
    links,
    warnings: [...warnings, ...reading.warnings],
  });
};
