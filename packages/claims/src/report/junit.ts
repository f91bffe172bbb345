import type { Page } from "../page/page.ts";
import type { CheckedPage, ShownFinding } from "./check-page.ts";
import { messageOf, type SarifFailure } from "./sarif.ts";
import { type UnreadLanguage, unreadLanguage } from "./unread-language.ts";

interface JunitPage {
  readonly path: string;
  readonly page: Page;
  readonly checked: CheckedPage;
}

/** The findings as JUnit XML: a suite for each page, a failed case for each finding that counts, one passed case for a clean page. */
export function junit(pages: readonly JunitPage[], failures: readonly SarifFailure[], counts: (finding: ShownFinding) => boolean): string {
  const suites = [...pages.map((page) => suite(page, counts)), ...failures.map(broken)];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="Calcar claims">\n${suites.join("")}</testsuites>\n`;
}

function suite({ path, page, checked }: JunitPage, counts: (finding: ShownFinding) => boolean): string {
  const unread = unreadLanguage(page);
  const cases = [
    ...(unread ? [languageCase(path, unread)] : []),
    ...checked.findings.map((finding) => testCase(path, finding, counts(finding))),
  ];
  const failed = checked.findings.filter(counts).length;
  const body = cases.length === 0 ? `    <testcase classname="${xml(path)}" name="no finding"/>\n` : cases.join("");
  return `  <testsuite name="${xml(path)}" tests="${Math.max(1, cases.length)}" failures="${failed}" errors="${unread?.isMost ? 1 : 0}" skipped="0">\n${body}  </testsuite>\n`;
}

function languageCase(path: string, { isMost, says }: UnreadLanguage): string {
  const told = isMost ? `<error message="${xml(says)}"/>` : `<system-out>${xml(says)}</system-out>`;
  return `    <testcase classname="${xml(path)}" name="is in a language that is read">\n      ${told}\n    </testcase>\n`;
}

function testCase(path: string, finding: ShownFinding, counts: boolean): string {
  const open = `    <testcase classname="${xml(path)}" name="${xml(`${finding.rule} at ${finding.source.start}`)}"`;
  const told = xml(`${finding.severity}: "${finding.quote}" ${messageOf(finding)}`);
  if (!counts) return `${open}>\n      <system-out>${told}</system-out>\n    </testcase>\n`;
  return `${open}>\n      <failure type="${xml(finding.rule)}" message="${xml(finding.why.en)}">${told}</failure>\n    </testcase>\n`;
}

const broken = ({ path, problem }: SarifFailure): string =>
  `  <testsuite name="${xml(path)}" tests="1" failures="0" errors="1" skipped="0">\n    <testcase classname="${xml(path)}" name="can be read">\n      <error message="${xml(problem)}"/>\n    </testcase>\n  </testsuite>\n`;

/** Text for XML 1.0: marks escaped, characters that XML forbids shown as what they are. */
const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (char) => (ALLOWED.has(char) ? char : `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`))
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;");
const ALLOWED = new Set(["\t", "\n", "\r"]);
