import type { Law } from "../engine/lint.ts";
import type { Page } from "../page/page.ts";
import type { CheckedPage, ShownFinding, SuppressedFinding } from "./check-page.ts";
import type { EvidenceBeside } from "./evidence-beside.ts";
import { STYLE } from "./html-style.ts";
import { HTML_WORDS, inLanguage, type ReportLanguage, reasonOf } from "./html-words.ts";
import { lawNames, lawText, provisionsIn } from "./provisions.ts";
import { type NumberedReference, type References, referencesIn, type Sources } from "./references.ts";
import type { SarifFailure } from "./sarif.ts";
import { stretches } from "./stretches.ts";
import { unreadLanguage } from "./unread-language.ts";

export interface HtmlReport {
  readonly pages: readonly { readonly path: string; readonly page: Page; readonly checked: CheckedPage }[];
  readonly failures: readonly SarifFailure[];
  readonly knowledge: string;
  readonly sources: Sources; // of all that the findings name
  readonly today: string;
  readonly language?: ReportLanguage; // of its words, reasons, laws and wordings; English when absent
}

/** One HTML file that needs nothing else: each page's text with its marks, and beside each mark why, the evidence and an honest wording; at the end the law and the sources. */
export function htmlReport({ pages, failures, knowledge, sources, today, language = "en" }: HtmlReport): string {
  const references = referencesIn(
    pages.flatMap(({ checked }) => checked.findings),
    sources,
  );
  const total = pages.reduce((sum, { checked }) => sum + checked.findings.length, 0);
  const words = HTML_WORDS[language];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${words.findings(total)} ${words.pages(pages.length)}</h1>
<p>${text(words.checked(today, knowledge))} ${words.means}</p>
${failures.map(({ path, problem }) => `<p class="failure">${text(path)} ${words.notRead}: ${text(problem)}</p>`).join("\n")}
${pages.map((page, number) => section(page, number, { language, references })).join("\n")}
${lawSection(provisionsIn(pages), { language, references })}
${sourceSection(references, language)}
</body>
</html>
`;
}

interface Telling {
  readonly language: ReportLanguage;
  readonly references: References;
}

function section({ path, page, checked }: HtmlReport["pages"][number], number: number, telling: Telling): string {
  const { language } = telling;
  const { findings, suppressed } = checked;
  const words = HTML_WORDS[language];
  const aside = suppressed.map((finding) => `<li>${text(letStand(finding, language))}</li>`);
  return `<section>
<h2>${text(path)}</h2>
<p>${counted(findings, language)} ${words.among(page.sentences.length)}${suppressed.length === 0 ? "" : `; ${suppressed.length} ${words.suppressed}`}</p>
${unreadText(page, language)}<ol class="findings">
${findings.map((finding, i) => card(finding, `${number}-${i}`, telling)).join("\n")}
</ol>
${aside.length === 0 ? "" : `<details><summary>${capital(words.suppressed)}</summary><ul>${aside.join("")}</ul></details>`}
<details open><summary>${words.page}</summary><div class="page">${marked(page, findings, number)}</div></details>
</section>`;
}

const unreadText = (page: Page, language: ReportLanguage): string => {
  const unread = unreadLanguage(page, language);
  return unread === undefined ? "" : `<p class="failure">${text(capital(unread.says))}.</p>\n`;
};

/** What was let stand, and why. */
export const letStand = (finding: SuppressedFinding, language: ReportLanguage): string =>
  `${inLanguage(finding.says, language)} “${finding.quote}” (${finding.rule}; ${HTML_WORDS[language].by[finding.by]}: ${reasonOf(finding, language)})`;

/** "3 errors, 2 warnings, 1 remark". */
export const counted = (findings: readonly ShownFinding[], language: ReportLanguage): string =>
  (["error", "warning", "info"] as const)
    .map((severity) => HTML_WORDS[language].counts[severity](findings.filter((finding) => finding.severity === severity).length))
    .join(", ");

function card(finding: ShownFinding, id: string, { language, references }: Telling): string {
  const words = HTML_WORDS[language];
  const why = [finding.detail, inLanguage(finding.why, language)].filter((part) => part !== undefined).join(" ");
  const named = references.named(finding.sources);
  return `<li id="f${id}" class="${finding.severity}">
<p class="rule">${words.severity[finding.severity]} · ${finding.scope === "page" ? `${words.whole} · ` : ""}<a href="#m${id}">${words.inPage}</a> · <code>${text(finding.rule)}</code></p>
<h3>${text(inLanguage(finding.says, language))}</h3>
<blockquote>${text(finding.quote)}</blockquote>
<p>${text(why)}</p>
${(finding.evidence ?? []).map((evidence) => evidenceText(evidence, language)).join("\n")}
${finding.law.length === 0 ? "" : `<p><b>${words.law}.</b> ${text(lawNames(finding.law))}</p>`}
<p><b>${words.instead}.</b> ${text(inLanguage(finding.instead, language))}</p>
${named.length === 0 ? "" : `<p class="sources">${words.sources}: ${named.map(shortReference).join("; ")}</p>`}
</li>`;
}

/** The evidence on one thing that is claimed, and what it does not show. */
function evidenceText({ says, doesNotShow }: EvidenceBeside, language: ReportLanguage): string {
  const limits = doesNotShow === undefined ? "" : `<br><small>${text(doesNotShow)}</small>`;
  return `<p class="evidence"><b>${HTML_WORDS[language].evidence}.</b> <span lang="en">${text(says)}${limits}</span></p>`;
}

const shortReference = ({ short, number }: NumberedReference): string => `<a href="#s${number}">${text(short)} [${number}]</a>`;

/** What the law and codes named above say, each once. */
function lawSection(provisions: readonly Law[], { language, references }: Telling): string {
  if (provisions.length === 0) return "";
  const said = provisions.map(
    (law) =>
      `<p><b>${law.jurisdiction} ${text(law.name)}.</b> ${text(lawText(law, language))} ${references.named([law.source]).map(shortReference).join("")}</p>`,
  );
  return `<section>\n<h2>${HTML_WORDS[language].law}</h2>\n${said.join("\n")}\n</section>`;
}

/** Every source that is named above, so that a reader can find it. */
function sourceSection({ list }: References, language: ReportLanguage): string {
  if (list.length === 0) return "";
  const told = list.map(
    ({ text: full, link }, i) => `<li id="s${i + 1}">${text(full)}${link === undefined ? "" : ` ${linked(link)}`}</li>`,
  );
  return `<section>\n<h2>${HTML_WORDS[language].sources}</h2>\n<ol class="references">\n${told.join("\n")}\n</ol>\n</section>`;
}

const linked = (link: string): string => `<a href="${text(link)}" rel="noreferrer">${text(link)}</a>`;

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The text of the page, every stretch that some finding covers marked with the numbers of its findings. */
function marked(page: Page, findings: readonly ShownFinding[], number: number): string {
  const anchored = new Set<number>();
  return stretches(findings, page.text.length)
    .map(({ start, end, over }) => {
      const piece = text(page.text.slice(start, end));
      if (over.length === 0) return piece;
      const anchors = over.filter((at) => !anchored.has(at)).map((at) => `<span id="m${number}-${at}"></span>`);
      for (const at of over) anchored.add(at);
      const numbers = over.map((at) => `<a href="#f${number}-${at}">${at + 1}</a>`).join(" ");
      return `${anchors.join("")}<mark>${piece}</mark><sup>${numbers}</sup>`;
    })
    .join("");
}

/** Text for HTML: nothing in a page can become markup of the report. */
const text = (plain: string): string =>
  plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
