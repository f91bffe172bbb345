import { catalog } from "@calcar/catalog/testing";
import { answerQuestion, FIRST_SHOWN } from "@calcar/evidence";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { evidenceReport } from "../evidence-report.ts";
import type { Report } from "../report.ts";
import { wordReport } from "./word-report.ts";

function reportOf(id: string): Report {
  const answer = answerQuestion(catalog, id, FIRST_SHOWN);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return evidenceReport(catalog, answer.value, "2026-11-21");
}

const filesOf = async (report: Report) => unzipSync(await wordReport(report));
const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

describe("the report of a pooled question", () => {
  let files: Record<string, Uint8Array>;
  let body = "";
  beforeAll(async () => {
    files = await filesOf(reportOf("PS3"));
    body = strFromU8(files["word/document.xml"]!);
  });

  it("has a title, headings and tables that a program can find", () => {
    expect(count(body, /w:pStyle w:val="Title"/g)).toBe(1);
    expect(count(body, /w:pStyle w:val="Heading1"/g)).toBeGreaterThanOrEqual(6);
    expect(count(body, /<w:tbl>/g)).toBe(4);
    expect(count(body, /<w:tblHeader/g)).toBe(4);
  });

  it("tells the answer before anything else but the title", () => {
    const texts = [...body.matchAll(/<w:t[^>]*>([^<]+)</g)].map(([, text]) => text);
    expect(texts[1]).toContain("RR 0.75 (95% interval 0.28 to 1.98). The interval includes no difference.");
  });

  it("holds the figure as a picture with every number in its text alternative", () => {
    const [, title, description] = /<wp:docPr[^>]*title="([^"]*)"/.exec(body) ?? [];
    expect(Object.keys(files).filter((name) => name.startsWith("word/media/"))).toHaveLength(1);
    expect(body).toMatch(/<wp:docPr[^>]*Hauzeur 2018: 1\.00 \(0\.66 to 1\.53\)/);
    expect(body).toMatch(/<wp:docPr[^>]*Forest plot: Does adding cells/);
    expect([title, description].includes("undefined")).toBe(false);
  });

  it("names no value that is missing", () => expect(body).not.toMatch(/>[^<]*(undefined|\bnull\b|NaN|\[object)/));
});

it("writes what the knowledge says as text, whatever it holds", async () => {
  const files = await filesOf({ ...reportOf("PS3"), title: '<w:p>&"quoted"' });
  expect(strFromU8(files["word/document.xml"]!)).toContain("&lt;w:p&gt;&amp;");
});

it("can be written where there is no figure", async () => {
  const files = await filesOf(reportOf("hip-oa-intravenous"));
  expect(Object.keys(files).some((name) => name.startsWith("word/media/"))).toBe(false);
});
