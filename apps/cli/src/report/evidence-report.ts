import type { Catalog } from "@calcar/catalog";
import type { Source } from "@calcar/catalog/schema";
import { armRecords, type QuestionAnswer, staleAfter } from "@calcar/evidence";
import { drawFigure, figureTable, serverDocument } from "@calcar/figures";
import { staleLine } from "../text/stale-line.ts";
import { answerSentence } from "./answer-sentence.ts";
import { certaintySection, findingsSection } from "./findings.ts";
import { escaped, list, paragraph, section, tableOf } from "./html.ts";
import { REPORT_STYLE } from "./report-style.ts";

const WIDTH = 900; // pixels of the drawing: on A4 its smallest letters stay readable

/**
 * The evidence of one question as one HTML file that needs nothing else and prints to paper or PDF.
 *
 * @param today YYYY-MM-DD, by which freshness is told
 * @returns the answer first, then what must be read with it, the findings, the figure with its numbers, certainty, sources
 */
export function evidenceReport(catalog: Catalog, answer: QuestionAnswer, today: string): string {
  const [first, ...more] = answer.warnings;
  const body = [
    `<h1>${escaped(answer.asks)}</h1>`,
    paragraph(answerSentence(answer), "answer"),
    first === undefined ? "" : paragraph(first, "warning"),
    ...staleLine(catalog, answer.question, today)
      .split("\n")
      .filter(Boolean)
      .map((line) => paragraph(line, "warning")),
    section("What it shows and does not show", [paragraph(answer.shows), paragraph(answer.doesNotShow)]),
    findingsSection(answer),
    figureSection(answer),
    certaintySection(answer),
    section("To be read with it", [list(more)]),
    section("Sources", [list(sourcesOf(catalog, answer).map(cited))]),
    section("Came near and is not in it", [
      list(answer.refused.map(({ label, reasons }) => `${label}: ${reasons.map(({ says }) => says).join("; ")}.`)),
    ]),
    paragraph(about(answer, today), "about"),
  ].filter((part) => part !== "");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(answer.asks)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
${body.join("\n")}
</main>
</body>
</html>
`;
}

/** The figure and the same numbers as a table; the table alone where there is nothing to draw. */
function figureSection(answer: QuestionAnswer): string {
  const drawn = drawFigure(answer, { document: serverDocument(), width: WIDTH, theme: "light" });
  const { columns, rows } = figureTable(answer);
  const caption = answer.kind === "nothing-direct" ? "Nearest studies, and how they differ" : "The numbers";
  return section(answer.kind === "nothing-direct" ? "What comes nearest" : "The studies", [
    drawn.ok ? `<figure class="${answer.kind}">${drawn.value.outerHTML}</figure>` : "",
    rows.length === 0 ? "" : tableOf(caption, columns, rows),
  ]);
}

/** What the numbers were read in, each once. */
const sourcesOf = (catalog: Catalog, answer: QuestionAnswer): Source[] =>
  [...new Set(armRecords(catalog, answer).map(({ source }) => String(source)))].flatMap((id) => catalog.sources.get(id) ?? []);

const cited = ({ authors, title, journal, year, doi, pmid, url, read }: Source): string =>
  [
    [authors, title].filter(Boolean).join(". "),
    [journal, year].filter(Boolean).join(" "),
    doi === undefined ? url : `doi:${doi}`,
    pmid === undefined ? undefined : `PMID ${pmid}`,
    read === undefined ? undefined : `Read: ${read}`,
  ]
    .filter(Boolean)
    .map((part) => String(part).replace(/\.$/, ""))
    .join(". ")
    .concat(".");

function about(answer: QuestionAnswer, today: string): string {
  const method =
    answer.kind === "effect" && answer.k > 1 ? ` Between-study variance ${answer.tau2Method}, interval ${answer.ciMethod}.` : "";
  const left = answer.without.length > 0 ? ` Left out by the reader: ${answer.without.join(", ")}.` : "";
  return `Question ${answer.question}.${method}${left} Literature last searched ${answer.lastSearched}, ${staleAfter(answer.freshUntil)}. Calcar knowledge ${answer.knowledge}, told on ${today}.`;
}
