import type { PrintedLine } from "./lines.ts";

/** Fewer pages than this show no pattern. */
const FEWEST_PAGES = 3;

const plain = (line: PrintedLine | undefined): string => line?.text.replace(/\d+/g, "#").toLowerCase() ?? "";

const isPageNumber = (text: string): boolean => /^(?:page |página |p\. ?)?#(?: ?(?:of|de|\/) ?#)?$/.test(text);

/** Takes out what is printed at the head or foot of every page: the name of the clinic, the number of the page. */
export const withoutRunningTitles = (pages: readonly (readonly PrintedLine[])[]): PrintedLine[][] => {
  const seen = new Map<string, number>();
  for (const lines of pages) for (const text of new Set([plain(lines[0]), plain(lines.at(-1))])) seen.set(text, (seen.get(text) ?? 0) + 1);
  const isRunning = (line: PrintedLine | undefined): boolean => {
    const text = plain(line);
    if (text === "" || isPageNumber(text)) return text !== "" && pages.length > 1;
    return pages.length >= FEWEST_PAGES && (seen.get(text) ?? 0) > pages.length / 2;
  };
  return pages.map((lines) => lines.slice(isRunning(lines[0]) ? 1 : 0, lines.length > 1 && isRunning(lines.at(-1)) ? -1 : undefined));
};
