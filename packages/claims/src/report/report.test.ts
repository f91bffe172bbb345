import { readFileSync } from "node:fs";
import { join } from "node:path";
import { catalog } from "@calcar/catalog/testing";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { pageOfText, type TextFormat } from "../page/page-of-text.ts";
import { applyBaseline, baselineOf, readBaseline } from "./baseline.ts";
import { checkPage } from "./check-page.ts";
import { htmlReport } from "./html-report.ts";
import { reasonOf } from "./html-words.ts";
import { junit } from "./junit.ts";
import { lineColumns } from "./line-column.ts";
import { sarif } from "./sarif.ts";

const TODAY = "2026-11-21";
const CLAIM = "Stem cells are the cure for hip arthritis.";

const checked = (text: string, format: TextFormat = "text", path = "page.txt") => {
  const page = pageOfText(text, format);
  return { path, page, checked: checkPage(page, catalog, { today: TODAY, rules: ["cure-claim"] }) };
};

describe("a checked page", () => {
  it("points into the file that was read, markup and all", () => {
    const html = `<p>Caf&eacute; &amp; clinic.</p><p>Stem cells are the <b>cure</b> for hip&nbsp;arthritis.</p>`;
    const [finding] = checked(html, "html").checked.findings;
    expect(finding!.rule).toBe("cure-claim");
    expect(html.slice(finding!.source.start, finding!.source.end)).toBe("Stem cells are the <b>cure</b> for hip&nbsp;arthritis.");
  });

  it("shows the evidence on the claim with its numbers and date, stale when its search is", () => {
    const page = pageOfText("There is no risk in these stem cell injections for arthritis.");
    const shown = (today: string) =>
      checkPage(page, catalog, { today }).findings.find(({ rule }) => rule === "no-risk-claim")!.evidence![0]!;
    expect(shown(TODAY)).toMatchObject({ question: "hip-oa-serious-adverse-events", kind: "proportion", stale: false });
    expect(shown(TODAY).says).toMatch(/\d+ studies, n \d+, certainty very low; last searched \d{4}-\d\d-\d\d\.$/);
    expect(shown("2031-01-01").says).toMatch(/, STALE\.$/);
  });

  it("shows that no study answers where none does", () => {
    const page = pageOfText("Stem cell injections relieve hip pain.");
    const [finding] = checkPage(page, catalog, { today: TODAY, rules: ["unhedged-efficacy"] }).findings;
    expect(finding!.evidence).toMatchObject([{ question: "hip-oa-pain-effect", kind: "nothing-direct", k: 0 }]);
    expect(finding!.evidence![0]!.says).toMatch(/ No study, nothing direct is on file; last searched/);
  });
});

describe("a comment that lets a finding stand", () => {
  const at = (comment: string) => checked(`<p>Hello.</p>${comment}<p>${CLAIM}</p><p>${CLAIM}</p>`, "html").checked;

  it("covers the next block and the rules it names, with its reason, and nothing more", () => {
    const { findings, suppressed } = at("<!-- calcar-allow cure-claim: quoted from the order -->");
    expect(suppressed.map((finding) => [finding.rule, reasonOf(finding, "en"), finding.by])).toEqual([
      ["cure-claim", "quoted from the order", "comment"],
    ]);
    expect(findings.filter(({ rule }) => rule === "cure-claim")).toHaveLength(1);
  });

  it.each([
    ["<!-- calcar-allow cure-claim -->", "gives no reason"],
    ["<!-- calcar-allow no-such-rule: because -->", "names the unknown rule no-such-rule"],
  ])("covers nothing and says so: %s", (comment, problem) => {
    const { findings, misused } = at(comment);
    expect(misused).toEqual([{ at: 13, problem }]);
    expect(findings.filter(({ rule }) => rule === "cure-claim")).toHaveLength(2);
  });

  it.each([
    ["which finds nothing there", "<p>Welcome.</p>"],
    ["whose sentence was mended", "<p>This is no cure.</p>"],
  ])("is told when it is not needed, of a rule %s", (_, after) => {
    const { misused } = checked(`<!-- calcar-allow cure-claim: quoted -->${after}`, "html").checked;
    expect(misused).toEqual([{ at: 0, problem: "is not needed, since cure-claim finds nothing there" }]);
  });

  it("works in a plain text, on the line above", () => {
    const { findings, suppressed } = checked(`<!-- calcar-allow cure-claim: an example -->\n\n${CLAIM}\n`).checked;
    expect([findings, suppressed.map(({ rule }) => rule)]).toEqual([[], ["cure-claim"]]);
  });

  it("works beside another one on the line above", () => {
    const comments = "<!-- calcar-allow no-risk-claim: an example -->\n<!-- calcar-allow cure-claim: an example -->";
    const { findings, suppressed } = checked(`${comments}\n\n${CLAIM}\n`).checked;
    expect([findings, suppressed.map(({ rule }) => rule)]).toEqual([[], ["cure-claim"]]);
  });
});

describe("a page that holds back more often than it claims", () => {
  const CAREFUL = "No trial had a control group. More studies are needed. Beware of anyone who promises a cure.";
  const text = pageOfText(`${CAREFUL} Our stem cell therapy is a revolutionary breakthrough.`);
  const page = { path: "page.txt", page: text, checked: checkPage(text, catalog, { today: TODAY }) };

  it("tells which warnings it is spared, and why, in the report's language", () => {
    const { findings, suppressed } = page.checked;
    expect(findings.filter(({ scope }) => scope === "sentence")).toEqual([]);
    expect(suppressed.map(({ rule, by }) => [rule, by])).toEqual([["hype-language", "caution"]]);
    expect(reasonOf(suppressed[0]!, "en")).toMatch(/^3 sentences of this page hold back, more than the 1 finding on its sentences;/);
    expect(reasonOf(suppressed[0]!, "es")).toMatch(/^3 frases de esta página se contienen/);
  });

  it("counts them with whatever else is suppressed", () => {
    const report = { pages: [page], failures: [], knowledge: catalog.version, sources: catalog.sources, today: TODAY };
    expect(htmlReport(report)).toContain("; 1 suppressed");
  });
});

describe("a baseline", () => {
  it("lets known findings stand, each entry once, however the words are set", () => {
    const before = checked(CLAIM);
    const baseline = baselineOf([before], "before our time");
    const after = checked(`Stem cells are  the cure\nfor hip arthritis. ${CLAIM}`);
    const { checked: rest, gone } = applyBaseline(after.checked, baseline, "page.txt");
    expect(rest.suppressed.map((finding) => [reasonOf(finding, "en"), finding.by])).toEqual([["before our time", "baseline"]]);
    expect(rest.findings.map(({ rule }) => rule)).toEqual(["cure-claim"]);
    expect(gone).toEqual([]);
  });

  it("knows what a page leaves out by its rule, whatever sentence first sells", () => {
    const at = (text: string) => {
      const page = pageOfText(text);
      return { path: "page.txt", page, checked: checkPage(page, catalog, { today: TODAY, rules: ["missing-risk-disclosure"] }) };
    };
    const before = at(CLAIM);
    expect(before.checked.findings).toHaveLength(1);
    const { checked: rest, gone } = applyBaseline(at("Our stem cells cure arthritis.").checked, baselineOf([before], "why"), "page.txt");
    expect([rest.findings, rest.suppressed.length, gone]).toEqual([[], 1, []]);
  });

  it("keeps the reasons it was given before when it is written again", () => {
    const { checked: again } = applyBaseline(
      checked(`${CLAIM} Our cells cure it.`).checked,
      baselineOf([checked(CLAIM)], "first"),
      "page.txt",
    );
    const { findings } = baselineOf([{ path: "page.txt", checked: again }], "second");
    expect(findings.map(({ quote, reason }) => [quote === CLAIM, reason]).sort()).toEqual([
      [false, "second"],
      [true, "first"],
    ]);
  });

  it("is of one path only, and says what is not found any more", () => {
    const baseline = baselineOf([checked(CLAIM)], "why");
    expect(applyBaseline(checked(CLAIM, "text", "other.txt").checked, baseline, "other.txt").checked.findings).toHaveLength(1);
    expect(applyBaseline(checked("Nothing here.").checked, baseline, "page.txt").gone).toMatchObject([{ rule: "cure-claim" }]);
  });

  it("reads what it writes, and refuses an entry without a reason", () => {
    const baseline = baselineOf([checked(CLAIM)], "why");
    expect(readBaseline(JSON.stringify(baseline))).toEqual({ ok: true, value: baseline });
    const bare = { ...baseline, findings: baseline.findings.map((entry) => ({ ...entry, reason: " " })) };
    expect(readBaseline(JSON.stringify(bare))).toEqual({
      ok: false,
      problems: [{ place: "findings[0].reason", problem: "is missing", expected: "why the finding is left standing" }],
    });
    for (const bad of ["", "[]", "{}", '{"schema":"calcar-claims-baseline/1","findings":[null]}']) expect(readBaseline(bad).ok).toBe(false);
  });
});

describe("SARIF", () => {
  const validate = () => {
    const ajv = new Ajv.default({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const path = join(import.meta.dirname, "testing", "sarif-schema-2.1.0.json"); // of OASIS, without its descriptions
    return ajv.compile(JSON.parse(readFileSync(path, "utf8")));
  };

  it("is valid by the published schema, with findings, suppressions and a file that was not read", () => {
    const pages = [
      checked(`${CLAIM}\nThe treatment is 100% safe.`),
      checked(`<!-- calcar-allow cure-claim: x -->\n<p>${CLAIM}</p>`, "html", "dir with space/päge.html"),
    ];
    const log = sarif(catalog, pages, [{ path: "broken.pdf", problem: "is encrypted" }]);
    const valid = validate();
    expect(valid(JSON.parse(JSON.stringify(log))), JSON.stringify(valid.errors)).toBe(true);
    expect(valid({ ...log, version: "2.0" })).toBe(false);
    const [run] = log.runs;
    expect(run!.tool.driver.rules).toHaveLength(catalog.claims.length);
    expect(run!.results.every(({ ruleId, ruleIndex }) => run!.tool.driver.rules[ruleIndex ?? -1]?.id === ruleId)).toBe(true);
    expect(run!.results.filter((result) => "suppressions" in result)).toHaveLength(1);
    expect(run!.artifacts[1]!.location.uri).toBe("dir%20with%20space/p%C3%A4ge.html");
  });

  it("counts lines and columns from 1 in UTF-16 code units", () => {
    const [result] = sarif(catalog, [checked(`\u{1F9B4} one\r\n${CLAIM}`)]).runs[0]!.results;
    expect(result!.locations[0]!.physicalLocation).toMatchObject({
      region: { charOffset: 8, startLine: 2, startColumn: 1, endColumn: 43 },
    });
  });
});

describe("reports for people and for CI", () => {
  const hostile = checked(`${CLAIM} So say <script>alert(1)</script> & "others" \u0007\uD800`);

  it("never lets a page become markup of the HTML report", () => {
    const html = htmlReport({ pages: [hostile], failures: [], knowledge: catalog.version, sources: catalog.sources, today: TODAY });
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;script&gt;");
    expect(html.match(/<mark>/g)!.length).toBeGreaterThan(0);
  });

  it("speaks Spanish when asked, and says in both languages what silence does not mean", () => {
    const report = { pages: [hostile], failures: [], knowledge: catalog.version, sources: catalog.sources, today: TODAY };
    const html = htmlReport({ ...report, language: "es" });
    expect(html).toContain('<html lang="es">');
    expect(html).toContain(hostile.checked.findings[0]!.instead.es);
    expect(html).toContain("no significa que la página sea correcta");
    expect(htmlReport(report)).toContain("does not mean that the page is right");
  });

  it("is well-formed JUnit: failures for what counts, a passed case for a clean page, an error for an unread file", () => {
    const xml = junit(
      [hostile, checked("Nothing here.", "text", "clean.txt")],
      [{ path: "x.pdf", problem: "is encrypted" }],
      ({ severity }) => severity === "error",
    );
    expect(xml).toContain('<testsuite name="page.txt" tests="1" failures="1" errors="0" skipped="0">');
    expect(xml).toContain('<testcase classname="clean.txt" name="no finding"/>');
    expect(xml).toContain('<error message="is encrypted"/>');
    expect(xml).not.toContain("\u0007");
    expect(xml.isWellFormed()).toBe(true);
    expect(xml.replace(/<[^<>]*>/g, "")).not.toMatch(/[<>]/);
  });
});

describe("lines and columns", () => {
  it("knows every kind of line end", () => {
    const at = lineColumns("a\nbb\r\nc\rd");
    expect([0, 2, 3, 6, 8].map(at)).toEqual([
      { line: 1, column: 1 },
      { line: 2, column: 1 },
      { line: 2, column: 2 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
    ]);
  });
});
