import type { Part, Report, Section, Table } from "../report.ts";
import { REPORT_STYLE } from "./report-style.ts";

/** A report as one HTML file that needs nothing else and prints to paper or PDF. */
export function htmlReport({ title, sections }: Report): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${sections.map(sectionHtml).join("\n")}
</main>
</body>
</html>
`;
}

/** Text for HTML: nothing in the knowledge can become markup. */
const escaped = (plain: string): string =>
  plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");

function sectionHtml({ heading, parts }: Section): string {
  const content = parts.map(partHtml).join("\n");
  return heading === undefined ? content : `<section>\n<h2>${escaped(heading)}</h2>\n${content}\n</section>`;
}

function partHtml(part: Part): string {
  switch (part.kind) {
    case "paragraph":
      return `<p${part.tone === "plain" ? "" : ` class="${part.tone}"`}>${escaped(part.text)}</p>`;
    case "list":
      return `<ul>\n${part.texts.map((one) => `<li>${escaped(one)}</li>`).join("\n")}\n</ul>`;
    case "table":
      return tableHtml(part);
    case "figure":
      return `<figure class="${part.of}">${part.svg}</figure>`;
  }
}

function tableHtml({ caption, columns, rows }: Table): string {
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join("");
  const row = ([first = "", ...cells]: readonly string[]) =>
    `<tr><th scope="row">${escaped(first)}</th>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`;
  return `<table>\n<caption>${escaped(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.map(row).join("\n")}\n</tbody>\n</table>`;
}
