import type { Page, Span } from "../../page/page.ts";
import { wordsOf } from "./works.ts";

/** What a page prints as its list of works, however short: where it stands, and the names and years in it. */
export interface ListedNames {
  readonly spans: readonly Span[];
  readonly words: ReadonlySet<string>;
  readonly years: ReadonlySet<number>;
  readonly isReading: boolean; // offered for further reading or as a source, so not necessarily all that the text cites
}

const LONGEST = 4000;
const TITLE =
  "references?(?:\\scited)?|bibliography|literature(?:\\scited)?|works\\scited|selected\\s(?:references|literature)|citations|literatur|quellen|referencias|bibliograf[ií]a|fuentes|sources?|further\\sreading";
const HEADING = new RegExp(`^[\\W\\d]{0,6}(${TITLE})\\W{0,3}$`, "iu");
const LABEL = new RegExp(`(?:^|[.!?)”"]\\s{1,2}|\\n)\\W{0,3}(${TITLE})\\s?(?::|\\n|\\s(?=[[(]?1[.)\\]]\\s))`, "giu");
const FIRST_NUMBERED = /(?:^|[.!?)”"]\s{1,2}|\n)(\[1\]\s\p{Lu}\p{L}+\s\p{Lu}{1,3}[.,])/u;
const YEAR = /\b(?:19|20)\d{2}\b/g;
const NAME_AND_YEAR = /\p{Lu}\p{L}{2,}[\s\S]{0,240}?\b(?:19|20)\d{2}\b/u;
const ADDRESS = /(?:https?:|www\.|doi|pmid|\b10\.\d{4})\S*/giu;
const ENTRY = /^\W{0,4}\d{1,3}[.)\]]\s|^[-•*]\s/;
const READING = /^(?:sources?|further|fuentes|quellen)/i;

/** The names and years of the works that a page lists; undefined when it lists none. */
export function listedNamesOf(page: Page): ListedNames | undefined {
  const found: Part[] = [];
  for (const at of page.blocks.keys()) found.push(...partsOf(page, at, found.at(-1)));
  const texts = found.map(({ start, end }) => page.text.slice(start, end));
  if (texts.length === 0 || texts.some(hasNameless)) return undefined;
  return {
    spans: found.map(({ start, end }) => ({ start, end })),
    words: new Set(texts.flatMap(wordsOf)),
    years: new Set(texts.flatMap((text) => [...text.matchAll(YEAR)].map(([year]) => Number(year)))),
    isReading: found.every(({ title }) => READING.test(title)),
  };
}

/** Whether an address stands in the list with no names before it: then it cannot be told whom the list leaves out. */
function hasNameless(list: string): boolean {
  const entries = list.split(/\n+|\s(?=\[?\d{1,3}[.)\]]\s)/).map((entry) => ({ entry, rest: entry.replace(ADDRESS, "") }));
  return entries.some(
    ({ entry, rest }, i) => entry !== rest && ![entries[i - 1]?.rest ?? "", rest].some((text) => NAME_AND_YEAR.test(text)),
  );
}

interface Part extends Span {
  readonly title: string;
}

/** The part of a block that lists works: under a heading or the entry before, behind a label, or from "[1] Name A." on. */
function partsOf({ blocks, text }: Page, at: number, last: Part | undefined): Part[] {
  const { kind, layout, start, end } = blocks[at]!;
  const whole = text.slice(start, Math.min(end, start + LONGEST));
  const before = at === 0 ? undefined : blocks[at - 1]!;
  const goesOn = last !== undefined && last.end === before?.end && ENTRY.test(whole);
  const title = goesOn ? last.title : before && HEADING.exec(text.slice(before.start, before.end).trim())?.[1];
  if (layout !== "heading" && (title !== undefined || kind === "reference"))
    return NAME_AND_YEAR.test(whole) ? [{ title: title ?? "references", start, end }] : [];
  const label = [...whole.matchAll(LABEL)].at(-1);
  const from = label ? label.index : FIRST_NUMBERED.exec(whole)?.index;
  if (from === undefined || !NAME_AND_YEAR.test(whole.slice(from))) return [];
  return [{ title: label?.[1] ?? "references", start: start + from, end: start + whole.length }];
}
