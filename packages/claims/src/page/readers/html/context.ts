import type { DraftBlock } from "../../draft.ts";
import type { BlockLayout } from "../../page.ts";
import { type Attributes, attributeValue, hintOf, isHidden, unfolds } from "./attributes.ts";
import { AROUND, HEADING, UNREAD } from "./elements.ts";
import { type Unseen, unseenIn } from "./unseen.ts";

/** The table a cell stands in, counted up as its rows are met. */
export interface TableState {
  readonly table: number;
  row: number;
  column: number;
}

/** What the elements around a place make of the words there. */
export interface Context {
  readonly isUnread: boolean;
  readonly unseen?: Unseen | undefined; // words are not, pictures are read
  readonly isAround: boolean; // in the header, the footer or the margin of the page
  readonly isControl: boolean; // a label
  readonly isButton: boolean;
  readonly isLink: boolean;
  readonly isBold: boolean;
  readonly isKept: boolean; // white space stands as it is: <pre>
  readonly layout: BlockLayout;
  readonly level?: number;
  readonly listDepth: number;
  readonly hint?: DraftBlock["hint"];
  readonly table?: TableState;
  readonly cell?: DraftBlock["cell"];
  readonly inHead?: boolean; // of a table
  readonly part?: string; // of the source: "paragraph 12"
}

export const OUTSIDE: Context = {
  isUnread: false,
  isAround: false,
  isControl: false,
  isButton: false,
  isLink: false,
  isBold: false,
  isKept: false,
  layout: "paragraph",
  listDepth: 0,
};

/** No table needs more; an absurd colspan does not move cells out of sight. */
const MOST_COLUMNS = 1000;

const columnsOf = (source: string, attributes: Attributes): number => {
  const span = Number.parseInt(attributeValue(source, attributes, "colspan") ?? "1", 10);
  return span > 0 && span <= MOST_COLUMNS ? span : 1;
};

const cellContext = (context: Context, name: string, columns: number): Partial<Context> => {
  const { table } = context;
  if (!table) return {};
  const row = Math.max(0, table.row);
  const column = table.column;
  table.column += columns;
  const isHeader = name === "th" && (row === 0 || context.inHead === true);
  return { layout: "table-cell", cell: { table: table.table, row, column, isHeader } };
};

type Layer = (context: Context) => Partial<Context>;

/** Code within a sentence is a word of it. */
const codeLayer: Layer = ({ isKept }) => (isKept ? { layout: "code" } : {});

const LAYERS: ReadonlyMap<string, Layer> = new Map<string, Layer>([
  ["title", () => ({ layout: "meta" })],
  ["a", () => ({ isLink: true })],
  ["b", () => ({ isBold: true })],
  ["strong", () => ({ isBold: true })],
  ["pre", () => ({ isKept: true })],
  ["code", codeLayer],
  ["samp", codeLayer],
  ["ul", ({ listDepth }) => ({ listDepth: listDepth + 1 })],
  ["ol", ({ listDepth }) => ({ listDepth: listDepth + 1 })],
  ["li", ({ listDepth }) => ({ layout: "list-item", level: Math.min(6, Math.max(1, listDepth)) })],
  ["blockquote", () => ({ layout: "quotation" })],
  ["figcaption", () => ({ layout: "caption" })],
  ["caption", () => ({ layout: "caption" })],
  ["button", () => ({ isButton: true })],
  ["label", () => ({ isControl: true })],
  ["thead", () => ({ inHead: true })],
]);

const withoutCell = ({ cell: _, ...context }: Context): Context => context;

const namedLayer = (context: Context, name: string, columns: number): Partial<Context> => {
  if (HEADING.test(name)) return { layout: "heading", level: Number(name.slice(1)) };
  if (name === "td" || name === "th") return cellContext(context, name, columns);
  return LAYERS.get(name)?.(context) ?? {};
};

const TOO_WIDE = new Set(["html", "body", "main", "article"]);

const isUnread = (source: string, name: string, attributes: Attributes): boolean =>
  UNREAD.has(name) || isHidden(source, attributes) || (name === "dialog" && !attributes.has("open"));

const CODE_CLASS = /\b(?:highlight|prettyprint|hljs|code|source)|\b(?:lang|language|brush)[-:]/i;

/** What the attributes of an element add to what its name says. */
const attributeLayer = (context: Context, source: string, name: string, attributes: Attributes): Partial<Context> => {
  const className = attributeValue(source, attributes, "class") ?? "";
  const style = attributeValue(source, attributes, "style");
  const unseen = style === undefined || unfolds(source, attributes) ? context.unseen : unseenIn(style, className, context.unseen);
  return {
    ...(name === "pre" && CODE_CLASS.test(className) ? { layout: "code" } : {}),
    ...(unseen === context.unseen ? {} : { unseen }),
  };
};

/** The context inside an element. */
export const enter = (context: Context, source: string, name: string, attributes: Attributes): Context => {
  if (context.isUnread) return context;
  if (isUnread(source, name, attributes)) return { ...context, isUnread: true };
  if (context.table && name === "tr") Object.assign(context.table, { row: context.table.row + 1, column: 0 });
  const named = namedLayer(context, name, columnsOf(source, attributes));
  const layer = attributes.size === 0 ? named : { ...named, ...attributeLayer(context, source, name, attributes) };
  const hint = attributes.size > 0 && !TOO_WIDE.has(name) ? hintOf(source, attributes) : undefined;
  const role = attributeValue(source, attributes, "role")?.toLowerCase();
  const isAround = AROUND.has(name) || role === "contentinfo" || role === "banner" || role === "complementary";
  if (!hint && !isAround && Object.keys(layer).length === 0) return context;
  const base = layer.layout === "heading" ? withoutCell(context) : context;
  return { ...base, ...layer, isAround: context.isAround || isAround, ...(hint ? { hint } : {}) };
};

/** The context inside a table: the `table`-th of the page. */
export const enterTable = (context: Context, table: number): Context => ({ ...withoutCell(context), table: { table, row: -1, column: 0 } });
