import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import type { Attributes, ValuePart } from "./attributes.ts";

/** What is met in a page, in the order of its source. All places are offsets into the source. */
export interface HtmlEvents {
  open(name: string, attributes: Attributes, closesItself: boolean): void;
  close(name: string): void;
  text(start: number, end: number): void;
  entity(character: string, start: number, end: number): void;
}

/** Longer than any entity's name. */
const LONGEST_ENTITY = 40;

const ignore = (): void => undefined;

const entityStart = (source: string, end: number): number => {
  const found = source.slice(Math.max(0, end - LONGEST_ENTITY), end).lastIndexOf("&");
  return found < 0 ? end : Math.max(0, end - LONGEST_ENTITY) + found;
};

interface Tag {
  name: string;
  attributes: Map<string, ValuePart[]>;
  value: ValuePart[];
}

/** Where the value of the attribute whose name ends at `end` begins. */
const valueStart = (source: string, end: number): number => {
  const lead = /^\s*=\s*["']?/.exec(source.slice(end, end + LONGEST_ENTITY));
  return end + (lead?.[0].length ?? 0);
};

/** Entities of a value are told without their ends: those in a row share the stretch up to what follows them. */
const settle = (value: ValuePart[], end: number): void => {
  for (let at = value.length - 1; at >= 0 && value[at]!.character !== undefined && value[at]!.end < 0; at--)
    value[at] = { ...value[at]!, end };
};

const attributeCallbacks = (
  source: string,
  tag: Tag,
): Pick<TokenizerCallbacks, "onattribname" | "onattribdata" | "onattribentity" | "onattribend"> => {
  let nameEnd = 0;
  return {
    onattribname: (start, end) => {
      const name = source.slice(start, end).toLowerCase();
      tag.value = [];
      nameEnd = end;
      if (!tag.attributes.has(name)) tag.attributes.set(name, tag.value);
    },
    onattribdata: (start, end) => {
      settle(tag.value, start);
      if (end > start) tag.value.push({ start, end });
    },
    onattribentity: (codepoint) => {
      const last = tag.value.at(-1);
      const start = last === undefined ? valueStart(source, nameEnd) : last.end < 0 ? last.start : last.end;
      tag.value.push({ start, end: -1, character: String.fromCodePoint(codepoint) });
    },
    onattribend: (_, end) => settle(tag.value, end),
  };
};

/**
 * Tells `events` of every tag and every stretch of text, in one pass and in linear time, however broken the page.
 *
 * @param isXml reads it as XML: names keep their letters, `<x/>` closes itself
 */
export const readEvents = (source: string, events: HtmlEvents, isXml = false): void => {
  const tag: Tag = { name: "", attributes: new Map(), value: [] };
  const open = (closesItself: boolean): void => events.open(tag.name, tag.attributes, closesItself);
  const tokenizer = new Tokenizer(
    { xmlMode: isXml, decodeEntities: true },
    {
      ...attributeCallbacks(source, tag),
      onopentagname: (start, end) => {
        tag.name = isXml ? source.slice(start, end) : source.slice(start, end).toLowerCase();
        tag.attributes = new Map();
      },
      onopentagend: () => open(false),
      onselfclosingtag: () => open(true),
      onclosetag: (start, end) => events.close(isXml ? source.slice(start, end) : source.slice(start, end).toLowerCase()),
      ontext: (start, end) => events.text(start, end),
      ontextentity: (codepoint, end) => events.entity(String.fromCodePoint(codepoint), entityStart(source, end), end),
      oncdata: (start, end, offset) => (isXml ? events.text(start, end - offset) : undefined),
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
};
