import { attributeValue } from "../html/attributes.ts";
import { readEvents } from "../html/events.ts";

/** What a paragraph style makes of its paragraphs. */
export interface StyleMeaning {
  readonly layout: "heading" | "quotation" | "caption" | "list-item";
  readonly level?: number;
}

interface Style {
  name: string;
  outline?: number;
  basedOn?: string;
}

/** A style may lean on another; a chain is not followed further. */
const LONGEST_CHAIN = 12;

const byName = (name: string): StyleMeaning | undefined => {
  const heading = /^heading (\d)/i.exec(name)?.[1];
  if (heading) return { layout: "heading", level: Math.min(6, Math.max(1, Number(heading))) };
  if (/^(?:title|subtitle)$/i.test(name)) return { layout: "heading", level: name.length === 5 ? 1 : 2 };
  if (/quote$/i.test(name)) return { layout: "quotation" };
  if (/^caption$/i.test(name)) return { layout: "caption" };
  return /^list (?:bullet|number)/i.test(name) ? { layout: "list-item", level: 1 } : undefined;
};

const meaningOf = (styles: ReadonlyMap<string, Style>, id: string): StyleMeaning | undefined => {
  let style = styles.get(id);
  for (let step = 0; style && step < LONGEST_CHAIN; step++) {
    const named = byName(style.name);
    if (named) return named;
    if (style.outline !== undefined && style.outline < 6) return { layout: "heading", level: style.outline + 1 };
    style = style.basedOn === undefined ? undefined : styles.get(style.basedOn);
  }
  return undefined;
};

/** The meaning of each paragraph style of a Word file, by its id, read from its list of styles. */
export const readStyles = (xml: string): ReadonlyMap<string, StyleMeaning> => {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  readEvents(
    xml,
    {
      open: (name, attributes) => {
        const value = attributeValue(xml, attributes, "w:val") ?? "";
        if (name === "w:style") {
          style = { name: "" };
          styles.set(attributeValue(xml, attributes, "w:styleid") ?? "", style);
        } else if (!style) return;
        else if (name === "w:name") style.name = value;
        else if (name === "w:basedOn") style.basedOn = value;
        else if (name === "w:outlineLvl") style.outline = Number(value);
      },
      close: (name) => {
        if (name === "w:style") style = undefined;
      },
      text: () => undefined,
      entity: () => undefined,
    },
    true,
  );
  const meanings = [...styles.keys()].map((id) => [id, meaningOf(styles, id)] as const);
  return new Map(meanings.filter((entry): entry is [string, StyleMeaning] => entry[1] !== undefined));
};
