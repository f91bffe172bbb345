import type { PrintedLine } from "./lines.ts";

const LONGEST_NUMBERED = 40;

/** A line without its figures, so that "Acme, page 2" is seen to return; sentences count as they stand. */
const plain = ({ text }: PrintedLine): string => {
  const small = text.toLowerCase();
  return small.length <= LONGEST_NUMBERED && !/[.!?]$/.test(small) ? small.replace(/\d+/g, "#") : small;
};

const isPageNumber = (text: string): boolean => /^(?:page |página |p\. ?)?#(?: ?(?:of|de|\/) ?#)?$/.test(text);

/** What a browser prints around a page: the hour and the title, the address and the number. */
const isBrowsers = (text: string): boolean =>
  /^\D{0,2}(?:\d+|#)[./](?:\d+|#)[./](?:\d+|#), (?:\d+|#):(?:\d+|#)|^(?:https?|file):\/\/\S+ (?:\d+|#)\/(?:\d+|#)$/.test(text);

/** How many lines at either edge of a page may belong to no paragraph. */
const EDGE = 2;

const edges = (lines: readonly PrintedLine[]): Set<PrintedLine> => {
  const byHeight = [...lines].sort((one, other) => other.y - one.y);
  return new Set([...byHeight.slice(0, EDGE), ...byHeight.slice(-EDGE)]);
};

/**
 * Takes out what is printed at the head or foot of page after page. The first time it stays, for it may be a disclaimer;
 * numbers of pages and what a browser adds go altogether.
 */
export const withoutRunningTitles = (pages: readonly (readonly PrintedLine[])[]): PrintedLine[][] => {
  const met = new Set<string>();
  return pages.map((lines) => {
    const atEdge = edges(lines);
    const kept = lines.filter((line) => {
      const text = plain(line);
      if (!atEdge.has(line)) return true;
      return !met.has(text) && !isBrowsers(text) && !(pages.length > 1 && isPageNumber(text));
    });
    for (const line of atEdge) met.add(plain(line));
    return kept;
  });
};
