import type { Read } from "@calcar/vocabulary";
import { SaxesParser, type SaxesTagPlain } from "saxes";

/** One element of a document. Comments and processing instructions are nobody's content. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
  readonly line: number;
}

interface Open extends XmlElement {
  readonly children: (XmlElement | string)[];
}

const DEEPEST = 60; // PubMed nests to about fifteen

/** Raised at the first thing that makes a document unusable. */
class Unusable extends Error {
  readonly expected: string;
  constructor(problem: string, expected: string) {
    super(problem);
    this.expected = expected;
  }
}

/**
 * Reads a whole XML document, strictly: what is not well-formed is refused, as XML 1.0 wants it.
 *
 * Nothing outside the document is ever fetched, and a document that declares entities of its own is refused: a few lines of them
 * unfold to gigabytes.
 */
export function readXml(text: string): Read<XmlElement> {
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  const document: Open = { name: "", attributes: new Map(), children: [], line: 1 };
  const open: Open[] = [document];
  parser.on("error", (error) => {
    throw new Unusable(
      `is not well-formed XML: ${error.message.replace(/^\d+:\d+: /, "").replace(/\.$/, "")}`,
      "the whole file as it was saved",
    );
  });
  parser.on("doctype", (doctype) => {
    if (doctype.includes("["))
      throw new Unusable("declares entities of its own", "the document as PubMed sends it, with no declarations in its DOCTYPE");
  });
  parser.on("opentag", (tag) => begin(open, tag, parser.line));
  parser.on("closetag", () => void open.pop());
  parser.on("text", (piece) => void open.at(-1)?.children.push(piece));
  parser.on("cdata", (piece) => void open.at(-1)?.children.push(piece));
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return { ok: false, problems: [{ place: `line ${parser.line}`, problem: error.message, expected: error.expected }] };
  }
  const root = document.children.find((child) => typeof child !== "string");
  if (root) return { ok: true, value: root };
  return { ok: false, problems: [{ place: "file", problem: "holds no element", expected: "an XML document" }] };
}

function begin(open: Open[], { name, attributes }: SaxesTagPlain, line: number): void {
  if (open.length > DEEPEST) throw new Unusable(`elements ${DEEPEST} deep`, "a file of PubMed");
  const element: Open = { name, attributes: new Map(Object.entries(attributes)), children: [], line };
  open.at(-1)?.children.push(element);
  open.push(element);
}

/** The elements of a name among the children of an element, or those of their children along a path. */
export function elements(within: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  const [name, ...rest] = path;
  if (name === undefined) return [within];
  const found = within.children.filter((child): child is XmlElement => typeof child !== "string" && child.name === name);
  return found.flatMap((child) => elements(child, ...rest));
}

/** The text of the first element along a path, spaces joined; undefined where there is none or it is empty. */
export function textAt(within: XmlElement, ...path: readonly string[]): string | undefined {
  const [found] = elements(within, ...path);
  return found && textOf(found);
}

export function textOf(element: XmlElement): string | undefined {
  const text = flat(element).replaceAll(/\s+/g, " ").trim();
  return text === "" ? undefined : text;
}

const flat = ({ children }: XmlElement): string => children.map((child) => (typeof child === "string" ? child : flat(child))).join("");
