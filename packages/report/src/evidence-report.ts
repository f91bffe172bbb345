import type { Catalog } from "@calcar/catalog";
import type { Source } from "@calcar/catalog/schema";
import { armRecords, type QuestionAnswer, staleAfter, staleLine } from "@calcar/evidence";
import { drawFigure, figureTable, serverDocument } from "@calcar/figures";
import { answerSentence } from "./answer-sentence.ts";
import { certaintySection, findingsSection } from "./findings.ts";
import { type Figure, paragraph, type Report, type Section, section, table } from "./report.ts";

const WIDTH = 900; // pixels of the drawing: on A4 its smallest letters stay readable

/**
 * The evidence of one question as a document.
 *
 * @param today YYYY-MM-DD, by which freshness is told
 * @returns the answer first, then what must be read with it, the findings, the figure with its numbers, certainty, sources
 */
export function evidenceReport(catalog: Catalog, answer: QuestionAnswer, today: string): Report {
  const [first, ...more] = answer.warnings;
  const late = staleLine(catalog, answer.question, today).split("\n").filter(Boolean);
  const warnings = [...(first === undefined ? [] : [first]), ...late];
  return {
    title: answer.asks,
    question: answer.question,
    knowledge: answer.knowledge,
    sections: [
      { parts: [paragraph(answerSentence(answer), "answer"), ...warnings.map((text) => paragraph(text, "warning"))] },
      ...section("What it shows and does not show", [paragraph(answer.shows), paragraph(answer.doesNotShow)]),
      ...findingsSection(answer),
      ...figureSection(answer),
      ...certaintySection(answer),
      ...section("To be read with it", [{ kind: "list", texts: more }]),
      ...section("Sources", [{ kind: "list", texts: sourcesOf(catalog, answer).map(cited) }]),
      ...section("Came near and is not in it", [
        { kind: "list", texts: answer.refused.map(({ label, reasons }) => `${label}: ${reasons.map(({ says }) => says).join("; ")}.`) },
      ]),
      ...section("About this report", [paragraph(about(answer, today), "about")]),
    ],
  };
}

/** The figure and the same numbers as a table; the table alone where there is nothing to draw. */
function figureSection(answer: QuestionAnswer): Section[] {
  const isNothing = answer.kind === "nothing-direct";
  const { columns, rows } = figureTable(answer);
  if (isNothing) return section("What comes nearest", [table("Nearest studies, and how they differ", columns, rows)]);
  if (answer.kind !== "effect") return section("The studies", [figureOf(answer), table("The numbers", columns, rows)]);
  const last = columns.length - 1; // what the lights say: sentences, for which a column of numbers has no room
  const risks = rows.filter((row) => row[last] !== "").map((row) => [row[0]!, row[last]!]);
  return section("The studies", [
    figureOf(answer),
    table(
      "The numbers",
      columns.slice(0, last),
      rows.map((row) => row.slice(0, last)),
    ),
    table("Risk of bias, domain by domain", ["Study", columns[last]!], risks),
  ]);
}

function figureOf(answer: QuestionAnswer): Figure | undefined {
  const drawn = drawFigure(answer, { document: serverDocument(), width: WIDTH, theme: "paper" });
  if (!drawn.ok) return undefined;
  const svg = drawn.value.outerHTML;
  const said = (name: string) => [...drawn.value.querySelectorAll(name)][0]?.textContent ?? "";
  const height = Number(/viewBox="0 0 \d+ (\d+)"/.exec(svg)?.[1]);
  return { kind: "figure", of: answer.kind, title: said("title"), description: said("desc"), svg, size: [WIDTH, height] };
}

/** What the numbers were read in, each once. */
const sourcesOf = (catalog: Catalog, answer: QuestionAnswer): Source[] =>
  [...new Set(armRecords(catalog, answer).map(({ source }) => String(source)))].flatMap((id) => catalog.sources.get(id) ?? []);

const cited = ({ authors, title, journal, year, doi, pmid, url, read }: Source): string =>
  [
    [authors?.replace(/\.+$/, ""), title].filter(Boolean).join(". "),
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
