import { catalog } from "@calcar/catalog/testing";
import { extractText, getDocumentProxy } from "unpdf";
import { expect, it } from "vitest";
import { pageOfText } from "../../page/page-of-text.ts";
import { checkPage } from "../check-page.ts";
import { pdfReport } from "./pdf-report.ts";

const TEXT = "About us.\n\nOur stem cell injections carry no risk at all. It is 干 new.\n";

async function reportOn(text: string, language: "en" | "es" = "en") {
  const page = pageOfText(text);
  const checked = checkPage(page, catalog, { today: "2026-06-01" });
  const bytes = await pdfReport({
    pages: [{ path: "page.txt", page, checked }],
    failures: [{ path: "scan.pdf", problem: "has no text" }],
    knowledge: catalog.version,
    sources: catalog.sources,
    today: "2026-06-01",
    language,
  });
  return { bytes, checked, page };
}

async function printed(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text.replace(/\s+/g, " ");
}

it("prints every finding with its reason, out of the sentences read, and the page with its marks", async () => {
  const { bytes, checked, page } = await reportOn(TEXT);
  const text = await printed(bytes);
  expect(page.sentences).toHaveLength(3);
  expect(text).toContain("in 3 sentences read");
  for (const { rule, says, why, instead } of checked.findings)
    for (const part of [rule, says.en, why.en, instead.en]) expect(text).toContain(part.replace(/\s+/g, " "));
  for (const { name, says } of checked.findings.flatMap(({ law }) => law)) for (const part of [name, says.en]) expect(text).toContain(part);
  const numbers = checked.findings.flatMap(({ quote }, i) => (quote.startsWith("Our stem") ? [i + 1] : [])).join(", ");
  expect(text).toMatch(new RegExp(`\\[${numbers}\\] ?Our stem cell injections carry no risk at all\\.`));
  expect(text).toContain("scan.pdf was not read: has no text");
  expect(text).toContain("1 letter is printed as ?");
  expect(text).toContain("Calcar · 1 of ");
});

it("has a structure that can be read aloud: headings, paragraphs and quotations in reading order, a language and a title", async () => {
  const { bytes } = await reportOn(TEXT, "es");
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const tree = JSON.stringify(await (await document.getPage(1)).getStructTree());
  const roles = [...tree.matchAll(/"role":"(\w+)"/g)].map(([, role]) => role);
  expect(roles.slice(0, 6)).toEqual(["Document", "H1", "P", "P", "Sect", "H2"]);
  for (const role of ["H3", "BlockQuote"]) expect(roles).toContain(role);
  const { info } = await document.getMetadata();
  expect(info).toMatchObject({ Language: "es", Title: "Afirmaciones sin respaldo en la evidencia" });
});

it("prints only the beginning of a very long page, and says so", async () => {
  const { bytes } = await reportOn(`${"About us and our place. ".repeat(5_000)}\n`);
  expect(await printed(bytes)).toContain("Only the first 100000 of 120001 characters are printed here");
});

it("leads nowhere: no link, no script, no form", async () => {
  const { bytes } = await reportOn(`${TEXT}\nVisit http://clinic.example/now or javascript:alert(1).\n`);
  expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/\/URI|\/JavaScript|\/Launch|\/AcroForm/);
});
