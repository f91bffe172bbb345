import type { Catalog } from "@calcar/catalog";
import type { CheckedText, CheckReport } from "@calcar/contract";
import type { CheckedSent } from "./check-sent.ts";

/** A report with what a page of ours shows beside it: the text that was read, and the sources and rules by their ids. */
export function checkedText(catalog: Catalog, report: CheckReport, { page, checked }: CheckedSent): CheckedText {
  const found = new Set(checked.findings.map(({ rule }) => rule));
  const cited = checked.findings.flatMap(({ sources, law }) => [...sources, ...law.map(({ source }) => source)]);
  return {
    report,
    text: page.text,
    language: page.language,
    places: checked.findings.map(({ start, end }) => ({ start, end })),
    headings: page.blocks.flatMap(({ layout, start, end, level = 2 }) => (layout === "heading" ? [{ start, end, level }] : [])),
    rules: Object.fromEntries(catalog.claims.flatMap(({ id, says }) => (found.has(id) ? [[id, says]] : []))),
    sources: Object.fromEntries(
      [...new Set(cited)].flatMap((id) => {
        const source = catalog.sources.get(id);
        return source ? [[id, source]] : [];
      }),
    ),
  };
}
