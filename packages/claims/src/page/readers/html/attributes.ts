import { Pieces } from "../pieces.ts";

/** One stretch of an attribute's value: source as it stands, or a character that an entity stands for. */
export interface ValuePart {
  readonly start: number;
  readonly end: number;
  readonly character?: string;
}

/** The attributes of one tag, by their names in small letters; the first of a name counts. */
export type Attributes = ReadonlyMap<string, readonly ValuePart[]>;

const partText = (source: string, { start, end, character }: ValuePart): string => character ?? source.slice(start, end);

/** An attribute's value, entities decoded; undefined when the tag has no such attribute. */
export const attributeValue = (source: string, attributes: Attributes, name: string): string | undefined =>
  attributes
    .get(name)
    ?.map((part) => partText(source, part))
    .join("");

/** An attribute's value as text that knows where it was read. */
export const piecesOf = (source: string, attributes: Attributes, name: string): Pieces => {
  const pieces = new Pieces();
  for (const part of attributes.get(name) ?? []) {
    if (part.character === undefined) pieces.addCollapsed(source.slice(part.start, part.end), part.start);
    else if (/^[ \t\n\r\f]$/.test(part.character)) pieces.addSpace(part.start, part.end - part.start);
    else pieces.addWords(part.character, part.start, part.end - part.start);
  }
  return pieces;
};

const HIDING_STYLE = /(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)\b/i;
const UNREAD_ROLES = new Set(["navigation", "menu", "menubar", "search"]);
const OPENED_ROLES = new Set(["tabpanel", "region"]);
const OPENED_CLASS = /accordion|collaps|toggle|faq|tab-?(?:pane|panel|content)/i;

/** Answers that unfold on a click are hidden until then, and meant to be read. */
export const unfolds = (source: string, attributes: Attributes): boolean =>
  OPENED_ROLES.has(attributeValue(source, attributes, "role") ?? "") ||
  OPENED_CLASS.test(attributeValue(source, attributes, "class") ?? "");

/** Whether a tag's attributes keep its content from readers. "until-found" is shown to who searches for it. */
export const isHidden = (source: string, attributes: Attributes): boolean => {
  if (attributes.size === 0 || unfolds(source, attributes)) return false;
  const hidden = attributeValue(source, attributes, "hidden");
  if (hidden !== undefined && hidden.trim().toLowerCase() !== "until-found") return true;
  if (attributeValue(source, attributes, "aria-hidden")?.trim().toLowerCase() === "true") return true;
  if (UNREAD_ROLES.has(attributeValue(source, attributes, "role")?.trim().toLowerCase() ?? "")) return true;
  return HIDING_STYLE.test(attributeValue(source, attributes, "style") ?? "");
};

/** What class and id say that a part of a page is for. */
export const hintOf = (source: string, attributes: Attributes): "testimonial" | "disclaimer" | "reference" | undefined => {
  const names = `${attributeValue(source, attributes, "class") ?? ""} ${attributeValue(source, attributes, "id") ?? ""} ${attributeValue(source, attributes, "itemprop") ?? ""}`;
  if (/testimonial|patient-stor|reviewbody|review-(?:text|body|content)/i.test(names)) return "testimonial";
  if (/\bdisclaimer\b/i.test(names)) return "disclaimer";
  return /(?:^|[\s_-])(?:references|bibliography|citations|footnotes)(?:$|[\s_-])/i.test(names) ? "reference" : undefined;
};
