import { catalog } from "@calcar/catalog/testing";
import { describe, expect, it } from "vitest";
import { pageOfText } from "../page/page-of-text.ts";
import { checkPage } from "./check-page.ts";
import { htmlReport } from "./html-report.ts";
import { junit } from "./junit.ts";
import { sarif } from "./sarif.ts";
import { unreadLanguage } from "./unread-language.ts";

const FRENCH = "Les cellules souches guérissent l'arthrose de la hanche, et les patients ne sont plus opérés.";
const ENGLISH = "The cells are injected into the hip, and nobody knows what they do there. The risks are not known.";
const today = "2026-11-22";

const pageOf = (text: string) => {
  const page = pageOfText(text);
  return { path: "p.txt", page, checked: checkPage(page, catalog, { today }) };
};

describe("a page in neither English nor Spanish", () => {
  const page = pageOf(FRENCH);
  const SAYS = "this page is in neither English nor Spanish: its sentences were not checked";

  it("is said to be unread in every report", () => {
    expect(page.checked.findings).toEqual([]);
    expect(JSON.stringify(sarif(catalog, [page]).runs[0]!.invocations)).toContain(SAYS);
    expect(sarif(catalog, [page]).runs[0]!.invocations[0]!.executionSuccessful).toBe(false);
    expect(junit([page], [], () => true)).toContain(
      `errors="1" skipped="0">\n    <testcase classname="p.txt" name="is in a language that is read">`,
    );
    const report = { pages: [page], failures: [], knowledge: "k", sources: catalog.sources, today };
    expect(htmlReport(report)).toContain(SAYS.slice(1));
    expect(htmlReport({ ...report, language: "es" })).toContain("sta página no está en inglés ni en español");
  });

  it("is counted where it is so in part", () => {
    const part = pageOf(`${ENGLISH}\n\n${ENGLISH}\n\n${FRENCH}`);
    expect(unreadLanguage(part.page)).toEqual({
      isMost: false,
      says: "1 of the 5 sentences of this page are in neither English nor Spanish: they were not checked",
    });
    expect(sarif(catalog, [part]).runs[0]!.invocations[0]!.executionSuccessful).toBe(true);
    expect(junit([part], [], () => true)).toContain('errors="0"');
    expect(junit([part], [], () => true)).toContain("1 of the 5 sentences");
  });

  it("is none in English", () => expect(unreadLanguage(pageOf(ENGLISH).page)).toBeUndefined());
});
