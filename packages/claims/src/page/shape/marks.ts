/** What a mark at the start of a line makes of it. */
export interface Mark {
  readonly layout: "heading" | "list-item" | "quotation";
  readonly length: number; // of the mark and the space behind it
  readonly level?: number;
}

/** No mark is longer, so none is looked for further in. */
const LONGEST = 40;

const NUMBER_SIGNS = /^(#{1,6})(?:[ \t]+|$)/;
const BULLET = /^(?:[-*+•◦▪▫●○■□➢➤►✓✔✅★☆·‣⁃–—]|(?![©®™])\p{Extended_Pictographic}\ufe0f?)[ \t\u00a0]+(?=\S)/u;
const TIGHT_BULLET = /^[•◦▪●○➢►✓✔✅](?=\S)/u;
const NUMBERED = /^(?:\(?\d{1,2}[.)]|\d{3}\.|\[\d{1,3}\]|\(?[a-z][.)]|\(?[ivx]{2,4}[.)])[ \t\u00a0]+(?=\S)/;
const QUOTED = /^(?:>[ \t]?)+/;

/** "- Mary, 62": a dash before a name at the end of a report is no bullet. */
const ATTRIBUTION = /^[-–—~]{1,2}[ \t]*\p{Lu}[\p{L}.'’-]*(?:[ \t]+(?:\p{Lu}[\p{L}.'’-]*|de|la|van|von|y)){0,4}(?:[,(][^.!?]{1,40})?$/u;

/** "Susan, 71" */
const NAME_AND_AGE = /^\p{Lu}[\p{L}.'’-]*(?:[ \t]\p{Lu}[\p{L}.'’-]*){0,3},?[ \t](?:aged?[ \t])?\d{2}\b[^.!?]{0,40}$/u;

const MARKDOWN_RULE = /^(?:[-*_=~][ \t]*){3,}$/;

const FIELD =
  /^(?:\d{1,3}[.)]\s)?[\s*_]{0,10}(?:titles?|authors?|publication date|published(?: in)?|journal|link|doi|pmid|source|autores|título|revista|enlace|fecha)\s{0,2}:[\s*_]{0,10}\S/i;

/** Whether a line is one field of a literature record: "Authors: ...", "Publication Date: ...". */
export const isRecordField = (line: string): boolean => FIELD.test(line.slice(0, 80));

/** Whether a line only signs what stands above it. */
export const isAttribution = (line: string): boolean => line.length <= 80 && ATTRIBUTION.test(line);

/** Whether a line is nothing but a name, behind a dash or with an age. */
export const isSignature = (line: string): boolean => isAttribution(line) || (line.length <= 80 && NAME_AND_AGE.test(line));

/** Whether a line is drawn and says nothing: "-----", "* * *". */
export const isRule = (line: string): boolean => line.length <= 400 && MARKDOWN_RULE.test(line);

/** The mark at the start of a line, if it has one. */
export const markOf = (line: string, indent: number): Mark | undefined => {
  const head = line.slice(0, LONGEST);
  const signs = NUMBER_SIGNS.exec(head);
  if (signs) return { layout: "heading", length: signs[0].length, level: signs[1]!.length };
  const quoted = QUOTED.exec(head);
  if (quoted) return { layout: "quotation", length: quoted[0].length };
  const item = BULLET.exec(head) ?? TIGHT_BULLET.exec(head) ?? NUMBERED.exec(head);
  return item ? { layout: "list-item", length: item[0].length, level: Math.min(6, 1 + Math.floor(indent / 2)) } : undefined;
};
