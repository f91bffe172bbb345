import type { Page } from "../page/page.ts";
import type { CheckedPage, ShownFinding } from "./check-page.ts";
import { STYLE } from "./html-style.ts";
import type { SarifFailure } from "./sarif.ts";

export interface HtmlReport {
  readonly pages: readonly { readonly path: string; readonly page: Page; readonly checked: CheckedPage }[];
  readonly failures: readonly SarifFailure[];
  readonly knowledge: string;
  readonly today: string;
}

/** One HTML file that needs nothing else: each page's text with its marks, and beside each mark why, the evidence and an honest wording. */
export function htmlReport({ pages, failures, knowledge, today }: HtmlReport): string {
  const total = pages.reduce((sum, { checked }) => sum + checked.findings.length, 0);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Claims that no evidence bears</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${total} ${total === 1 ? "finding" : "findings"} in ${pages.length} ${pages.length === 1 ? "page" : "pages"}</h1>
<p>Checked ${text(today)} against knowledge ${text(knowledge)}. A finding is about a sentence, not about a person.</p>
${failures.map(({ path, problem }) => `<p class="failure">${text(path)} was not read: ${text(problem)}</p>`).join("\n")}
${pages.map(section).join("\n")}
</body>
</html>
`;
}

function section({ path, page, checked }: HtmlReport["pages"][number], number: number): string {
  const { findings, suppressed } = checked;
  const aside = suppressed.map(({ rule, quote, reason, by }) => `<li>${text(rule)}: ${text(quote)} (${by}: ${text(reason)})</li>`);
  return `<section>
<h2>${text(path)}</h2>
<p>${counted(findings)}${suppressed.length === 0 ? "" : `; ${suppressed.length} suppressed`}</p>
<ol class="findings">
${findings.map((finding, i) => card(finding, `${number}-${i}`)).join("\n")}
</ol>
${aside.length === 0 ? "" : `<details><summary>Suppressed</summary><ul>${aside.join("")}</ul></details>`}
<details open><summary>The page with its marks</summary><div class="page">${marked(page, findings, number)}</div></details>
</section>`;
}

const counted = (findings: readonly ShownFinding[]): string =>
  (["error", "warning", "info"] as const)
    .map((severity) => [findings.filter((finding) => finding.severity === severity).length, severity] as const)
    .map(([count, severity]) => `${count} ${severity}${count === 1 || severity === "info" ? "" : "s"}`)
    .join(", ");

const card = (finding: ShownFinding, id: string): string => `<li id="f${id}" class="${finding.severity}">
<p class="rule">${text(finding.severity)} · ${text(finding.rule)} · <a href="#m${id}">in the page</a></p>
<blockquote>${text(finding.quote)}</blockquote>
<p>${text([finding.detail, finding.why.en].filter((part) => part !== undefined).join(" "))}</p>
${finding.evidence ? `<p><b>Evidence.</b> ${text(finding.evidence.says)}</p>` : ""}
${finding.law.map(({ jurisdiction, says }) => `<p><b>${jurisdiction}.</b> ${text(says.en)}</p>`).join("")}
<p><b>Instead.</b> ${text(finding.instead.en)}</p>
<p class="sources">Sources: ${finding.sources.map(text).join(", ")}</p>
</li>`;

/** The text of the page, every stretch that some finding covers marked with the numbers of its findings. */
function marked(page: Page, findings: readonly ShownFinding[], number: number): string {
  const cuts = [...new Set([0, page.text.length, ...findings.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const anchored = new Set<number>();
  return cuts
    .slice(0, -1)
    .map((start, i) => {
      const end = cuts[i + 1]!;
      const over = findings.flatMap((finding, at) => (finding.start <= start && end <= finding.end ? [at] : []));
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
