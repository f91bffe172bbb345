import type { Severity } from "@calcar/catalog";
import type { Page } from "../../page/page.ts";
import type { ShownFinding } from "../check-page.ts";
import { capital, counted, type HtmlReport, letStand } from "../html-report.ts";
import { HTML_WORDS, inLanguage, type ReportLanguage } from "../html-words.ts";
import { lawNames, lawText, provisionsIn } from "../provisions.ts";
import { type NumberedReference, type References, referencesIn } from "../references.ts";
import { unreadLanguage } from "../unread-language.ts";
import { PdfWriter, type Words } from "./pdf-writer.ts";

const TONES = { error: "#9b1c1c", warning: "#7a4f00", info: "#1f4e79" } as const satisfies Record<Severity, string>;

const FAINT = "#55595f"; // ids, for those who look them up

/** Characters of a page that are printed with their marks. The findings are printed whole, each with its own words. */
const MOST_PRINTED = 100_000;

/**
 * The report as a PDF with structure (headings, paragraphs, quotations), bookmarks and page numbers; nothing in it is a link.
 *
 * @returns the bytes of the file
 */
export async function pdfReport({ pages, failures, knowledge, sources, today, language = "en" }: HtmlReport): Promise<Uint8Array> {
  const words = HTML_WORDS[language];
  const { default: PDFDocument } = await import("pdfkit");
  const info = { Title: words.title, Creator: "Calcar", Producer: "Calcar", CreationDate: new Date(`${today}T00:00:00Z`) };
  const margins = { top: 56, bottom: 64, left: 62, right: 62 };
  const doc = new PDFDocument({
    size: "A4",
    margins,
    tagged: true,
    lang: language,
    displayTitle: true,
    bufferPages: true,
    pdfVersion: "1.7",
    info,
  });
  const bytes = bytesOf(doc);
  const writer = new PdfWriter(doc);
  const total = pages.reduce((sum, { checked }) => sum + checked.findings.length, 0);
  writer.heading("H1", `${words.findings(total)} ${words.pages(pages.length)}`);
  writer.paragraph(`${words.checked(today, knowledge)} ${words.means}`);
  for (const { path, problem } of failures) writer.paragraph([{ text: `${path} ${words.notRead}: ${problem}`, color: TONES.error }]);
  const telling = {
    language,
    references: referencesIn(
      pages.flatMap(({ checked }) => checked.findings),
      sources,
    ),
  };
  for (const page of pages) writer.section(() => writePage(writer, page, telling));
  writer.section(() => writeLaw(writer, pages, telling));
  writer.section(() => writeSources(writer, telling));
  if (writer.unprinted > 0) writer.paragraph([{ text: words.unprinted(writer.unprinted), style: "italic" }]);
  writer.end(words.footer);
  return bytes;
}

async function bytesOf(doc: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of doc) chunks.push(chunk as unknown as Uint8Array);
  return Buffer.concat(chunks);
}

/** What the law and codes named above say, each once. */
function writeLaw(writer: PdfWriter, pages: HtmlReport["pages"], { language, references }: Telling): void {
  const provisions = provisionsIn(pages);
  if (provisions.length > 0) writer.heading("H2", HTML_WORDS[language].law);
  for (const law of provisions)
    writer.paragraph([
      { text: `${law.jurisdiction} ${law.name}. `, style: "bold" },
      { text: `${lawText(law, language)} ${shortReferences(references.named([law.source]))}` },
    ]);
}

/** Every source that is named above, so that a reader can find it: the address as text, since nothing here is a link. */
function writeSources(writer: PdfWriter, { language, references: { list } }: Telling): void {
  if (list.length > 0) writer.heading("H2", HTML_WORDS[language].sources);
  list.forEach(({ text, link }, i) => {
    writer.paragraph(`${i + 1}. ${text}${link === undefined ? "" : ` ${link}`}`);
  });
}

const shortReferences = (named: readonly NumberedReference[]): string =>
  named.map(({ short, number }) => `${short} [${number}]`).join("; ");

interface Telling {
  readonly language: ReportLanguage;
  readonly references: References;
}

function writePage(writer: PdfWriter, { path, page, checked }: HtmlReport["pages"][number], telling: Telling): void {
  const { language } = telling;
  const words = HTML_WORDS[language];
  const { findings, suppressed } = checked;
  writer.heading("H2", path);
  const allowed = suppressed.length === 0 ? "" : `; ${suppressed.length} ${words.suppressed}`;
  writer.paragraph(`${counted(findings, language)} ${words.among(page.sentences.length)}${allowed}.`);
  const unread = unreadLanguage(page, language);
  if (unread) writer.paragraph([{ text: `${capital(unread.says)}.`, color: TONES.error }]);
  findings.forEach((finding, i) => {
    writer.section(() => writeFinding(writer, finding, i + 1, telling));
  });
  for (const finding of suppressed)
    writer.paragraph([{ text: `${capital(words.suppressed)}: `, style: "bold" }, { text: letStand(finding, language) }]);
  writer.heading("H2", words.page);
  const { text } = page;
  if (text.length > MOST_PRINTED) writer.paragraph([{ text: words.cut(MOST_PRINTED, text.length), style: "italic" }]);
  for (const line of markedLines(page, findings)) writer.paragraph(line);
}

function writeFinding(writer: PdfWriter, finding: ShownFinding, number: number, { language, references }: Telling): void {
  const words = HTML_WORDS[language];
  const { severity, rule, says, quote, part, detail, evidence = [], law, instead, sources, why, scope } = finding;
  const where = scope === "page" ? ` (${words.whole})` : part === undefined ? "" : ` (${part})`;
  writer.heading("H3", [
    { text: `${number}. ${capital(words.severity[severity])}: `, style: "bold", color: TONES[severity] },
    { text: `${inLanguage(says, language)}${where}`, style: "bold" },
  ]);
  writer.paragraph([{ text: rule, color: FAINT }]);
  writer.paragraph([{ text: quote, style: "italic" }], { as: "BlockQuote", indent: 14 });
  writer.paragraph([detail, inLanguage(why, language)].filter((said) => said !== undefined).join(" "));
  const labelled = (label: string, text: string): void => writer.paragraph([{ text: `${label}. `, style: "bold" }, { text }]);
  for (const one of evidence) labelled(words.evidence, [one.says, one.doesNotShow].filter((said) => said !== undefined).join(" "));
  if (law.length > 0) labelled(words.law, `${lawNames(law)}.`);
  labelled(words.instead, inLanguage(instead, language));
  if (sources.length > 0) labelled(words.sources, shortReferences(references.named(sources)));
}

/** The lines of the page; what a finding is about is underlined, with the numbers of its findings before it. */
function markedLines({ text }: Page, findings: readonly ShownFinding[]): Words[][] {
  const end = Math.min(text.length, MOST_PRINTED);
  const edges = findings.flatMap((finding) => [finding.start, finding.end]).filter((at) => at < end);
  const cuts = [...new Set([0, end, ...edges])].sort((a, b) => a - b);
  const pieces = cuts.slice(0, -1).flatMap((start, i) => markedPiece(text.slice(start, cuts[i + 1]), start, findings));
  return linesOf(pieces).filter((line) => line.some((piece) => piece.text.trim() !== ""));
}

function markedPiece(text: string, start: number, findings: readonly ShownFinding[]): Words[] {
  const over = findings.flatMap((finding, i) => (finding.start <= start && start < finding.end ? [{ finding, number: i + 1 }] : []));
  if (over.length === 0) return [{ text }];
  const beginning = over.filter(({ finding }) => finding.start === start).map(({ number }) => number);
  const numbers: Words[] = beginning.length === 0 ? [] : [{ text: `[${beginning.join(", ")}] `, style: "bold" }];
  return [...numbers, { text, underline: true }];
}

function linesOf(pieces: readonly Words[]): Words[][] {
  const lines: Words[][] = [[]];
  for (const { text, ...look } of pieces)
    text.split(/\r\n|\r|\n/).forEach((line, i) => {
      if (i > 0) lines.push([]);
      if (line !== "") lines.at(-1)!.push({ text: line, ...look });
    });
  return lines;
}
