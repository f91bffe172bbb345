import type { Law } from "../engine/lint.ts";
import type { CheckedPage } from "./check-page.ts";
import { HTML_WORDS, inLanguage, type ReportLanguage } from "./html-words.ts";

/** The provisions that address a finding, by their names: "EU Directive 2001/83/EC, Article 90(b); UK CAP Code, rule 12.1". */
export const lawNames = (law: readonly Law[]): string => law.map(({ jurisdiction, name }) => `${jurisdiction} ${name}`).join("; ");

/** Every provision that addresses a finding of these pages, once, by place and name. */
export function provisionsIn(pages: readonly { readonly checked: CheckedPage }[]): readonly Law[] {
  const all = pages.flatMap(({ checked }) => checked.findings).flatMap(({ law }) => law);
  const once = new Map(all.map((law) => [law.id, law]));
  return [...once.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What a provision says, whom it is for, and whether it was read itself. */
export const lawText = ({ says, only, verified }: Law, language: ReportLanguage): string => {
  const words = HTML_WORDS[language];
  const applies = only ? [words.applies(inLanguage(only, language))] : [];
  const read = verified === "source-text" ? [] : [words.secondary];
  return [inLanguage(says, language), ...applies, ...read].join(" ");
};
