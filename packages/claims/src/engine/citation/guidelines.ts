import type { Guideline } from "@calcar/catalog";
import type { Page, Span } from "../../page/page.ts";
import type { ClaimKnowledge } from "../compile.ts";

/** A body that writes guidelines, named in a sentence, and those of its guidelines that can be meant. */
export interface NamedBody {
  readonly sentence: number; // index in page.sentences
  readonly span: Span;
  readonly guidelines: readonly Guideline[]; // of the years that the sentence names; of all years when it names none
}

interface Names {
  readonly pattern: RegExp;
  readonly guidelines: ReadonlyMap<string, readonly Guideline[]>; // by the name in capitals
}

const known = new WeakMap<object, Names>();

/** Everything on a page that names a body, outside lists of references. */
export function bodiesNamed(page: Page, { guidelines }: Pick<ClaimKnowledge, "guidelines">): readonly NamedBody[] {
  if (guidelines.length === 0) return [];
  const names = known.get(guidelines) ?? namesOf(guidelines);
  known.set(guidelines, names);
  return page.sentences.flatMap(({ start, end, block }, sentence) => {
    if (page.blocks[block]!.kind === "reference") return [];
    const text = page.text.slice(start, Math.min(end, start + LONGEST_SENTENCE));
    return namesIn(text, names.pattern).flatMap(({ 0: name, index }): NamedBody[] => {
      const body = names.guidelines.get(name.toUpperCase()) ?? [];
      if (!/\p{Ll}/u.test(text) || (isShort(name) && name !== name.toUpperCase())) return []; // "a nice result", "NICE RESULTS"
      return [{ sentence, span: { start: start + index, end: start + index + name.length }, guidelines: meant(body, text) }];
    });
  });
}

const LONGEST_SENTENCE = 2000;
const SHORTEST = 3; // "AF" is more often something else

/** Every name that begins a word: looking behind only where a name stands is much faster than at every character. */
function namesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text))
    if (WITHIN_WORD.test(text.slice(Math.max(0, match.index - 2), match.index))) pattern.lastIndex = match.index + 1;
    else found.push(match);
  return found;
}

const WITHIN_WORD = /[\p{L}\p{N}]$/u;

const isShort = (name: string) => !name.includes(" ");

function namesOf(guidelines: readonly Guideline[]): Names {
  const pairs = guidelines.flatMap((guideline) =>
    [...guideline.shortName.split("/"), ...guideline.organisation.split(/ \/ |,/)]
      .map((name) => name.trim())
      .filter((name) => name.length >= SHORTEST)
      .map((name) => [name.toUpperCase(), guideline] as const),
  );
  const byName = Map.groupBy(pairs, ([name]) => name);
  const alternatives = [...byName.keys()].sort((a, b) => b.length - a.length).map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return {
    pattern: new RegExp(`(?:${alternatives.join("|")})(?![\\p{L}\\p{N}])`, "giu"),
    guidelines: new Map([...byName].map(([name, list]) => [name, list.map(([, guideline]) => guideline)])),
  };
}

/** The guidelines of the years that a sentence names; all when it names none of their years. */
function meant(guidelines: readonly Guideline[], sentence: string): readonly Guideline[] {
  const years = new Set([...sentence.matchAll(/\b(?:19|20)\d\d\b/g)].map(([year]) => Number(year)));
  const dated = guidelines.filter(({ year }) => year !== undefined && years.has(year));
  return dated.length > 0 ? dated : years.size > 0 ? [] : guidelines;
}

/** A guideline as it is named to a reader: "AAOS 2023". */
export const guidelineName = ({ shortName, year }: Guideline): string => (year === undefined ? shortName : `${shortName} ${year}`);
