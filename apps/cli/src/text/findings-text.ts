import type { Severity } from "@calcar/catalog/schema";
import {
  isOfLanguage,
  type LineColumn,
  lineColumns,
  type Page,
  type References,
  reasonOf,
  referencesIn,
  type SarifFailure,
  type ShownFinding,
  type SuppressedFinding,
  unreadLanguage,
} from "@calcar/claims";
import type { Checked, LintRun } from "../lint/lint-run.ts";
import { printable, wrap } from "./wrap.ts";

type Language = LintRun["language"];

interface Telling {
  readonly language: Language;
  readonly references: References;
}

const WORD = { error: "error", warning: "warning", info: "remark" } as const satisfies Record<Severity, string>;

/**
 * The findings for a terminal: every marked sentence with the rules it breaks and the evidence on it, in full where a page first
 * calls for it; then each of those rules once, with its reasons; and at the end the laws, the limits of the evidence and the sources.
 */
export function findingsText({ language, catalog }: LintRun, files: readonly Checked[], failures: readonly SarifFailure[] = []): string {
  const all = files.flatMap(({ checked }) => checked.findings);
  const references = referencesIn(all, catalog.sources);
  const telling = { language, references };
  const suppressed = files.reduce((sum, { checked }) => sum + checked.suppressed.length, 0);
  return [
    ...failures.map(({ path }) => `${printable(path)}: was not read\n`),
    ...files.map((file) => pageText(file, telling)),
    ...rulesText(all, telling),
    ...lawText(all, telling),
    ...limitsText(all),
    ...sourcesText(references),
    `${[...totals(files, failures), `${suppressed} suppressed`].join("; ")}`,
    "",
  ].join("\n");
}

/** What was found in how many pages, and of how many files that says nothing. */
function totals(files: readonly Checked[], failures: readonly SarifFailure[]): string[] {
  const unread = files.filter(isUnread);
  const read = files.length - unread.length;
  const all = files.flatMap(({ checked }) => checked.findings);
  const some = all.length > 0 || read > 0;
  return [
    some ? `${counted(all)} in ${plural(all.length > 0 ? files.length : read, "page")}` : "nothing was checked",
    ...(unread.length === 0 ? [] : [`${plural(unread.length, "page")} in neither English nor Spanish`]),
    ...(failures.length === 0 ? [] : [`${plural(failures.length, "file")} not read`]),
  ];
}

const isUnread = ({ page }: Checked): boolean => unreadLanguage(page)?.isMost === true;

const languageText = (page: Page, language: Language): string[] => {
  const unread = unreadLanguage(page, language);
  return unread === undefined ? [] : [`  warning: ${unread.says}`];
};

function pageText(file: Checked, { language, references }: Telling): string {
  const { path, page, checked } = file;
  const at = lineColumns(page.offsets.source);
  const { page: whole = [], sentence = [] } = Object.groupBy(checked.findings, ({ scope }) => scope);
  const sentences = Map.groupBy(sentence, ({ start, end }) => `${start} ${end}`);
  return [
    printable(`${path}: ${isUnread(file) && checked.findings.length === 0 ? "not checked" : counted(checked.findings)}`),
    ...languageText(page, language),
    ...page.warnings
      .filter((warning) => !isOfLanguage(warning))
      .map(({ code, detail }) => printable(`  note: ${code.replaceAll("-", " ")}${detail === undefined ? "" : ` (${detail})`}`)),
    ...wholeText(whole, at),
    ...sentencesText([...sentences.values()], at, references),
    ...suppressedText(checked.suppressed, language),
    ...checked.misused.map(({ at: place, problem }) =>
      printable(`  line ${at(place).line}: a calcar-allow comment ${problem}; it lets nothing stand`),
    ),
    "",
  ].join("\n");
}

/** What was let stand, under each reason once. */
const suppressedText = (suppressed: readonly SuppressedFinding[], language: Language): string[] =>
  [...Map.groupBy(suppressed, (finding) => `suppressed by ${finding.by}: ${reasonOf(finding, language)}`)].flatMap(([why, findings]) => [
    "",
    `  ${wrap(printable(why), " ".repeat(4))}`,
    ...findings.map(({ rule, quote }) => printable(`     ${rule}: "${short(quote)}"`)),
  ]);

/** What the page as a whole leaves out, with the place where it first offers or claims something. */
const wholeText = (findings: readonly ShownFinding[], at: (place: number) => LineColumn): string[] =>
  findings.length === 0
    ? []
    : [
        "",
        "  the page as a whole",
        ...findings.map((finding) => `     ${WORD[finding.severity].padEnd(7)}  ${finding.rule} (it first sells at ${place(finding, at)})`),
      ];

function place({ part, source }: ShownFinding, at: (place: number) => LineColumn): string {
  const { line, column } = at(source.start);
  return part ?? `${line}:${column}`;
}

/** Each sentence with the evidence on it: the same evidence is told once, and then by the place where it stands. */
function sentencesText(
  sentences: readonly (readonly ShownFinding[])[],
  at: (place: number) => LineColumn,
  references: References,
): readonly string[] {
  const toldAt = new Map<string, string>();
  return sentences.map((findings) => {
    const here = place(findings[0]!, at);
    const beside = new Map(findings.flatMap(({ evidence = [] }) => evidence.map((each) => [each.says, each.about.en] as const)));
    const evidence = [...beside].map(([says, about]) => {
      const before = toldAt.get(says);
      if (before === undefined) toldAt.set(says, here);
      return `     evidence ${wrap(before === undefined ? says : `on ${about}: as at ${before}.`, " ".repeat(14))}`;
    });
    return ["", `  ${here}`, ...markedText(findings, references), ...evidence].join("\n");
  });
}

function markedText(findings: readonly ShownFinding[], references: References): string[] {
  const rules = findings.flatMap(({ rule, severity, words, detail, sources, lacks = [] }) => [
    `     ${WORD[severity].padEnd(7)}  ${rule}${words.length === 0 ? "" : `: ${words.map((word) => `"${printable(short(word))}"`).join(" ")}`}`,
    ...(detail === undefined
      ? []
      : [`              ${wrap(printable(`${detail}${numbersOf(references.named(sources))}`), " ".repeat(14))}`]),
    ...(lacks.length === 0 ? [] : [`              it lacks ${lacks.join(", ")}`]),
  ]);
  return [`     "${wrap(printable(findings[0]!.quote.replace(/\s+/g, " ")), "      ")}"`, ...rules];
}

function rulesText(findings: readonly ShownFinding[], telling: Telling): string[] {
  const rules = [...Map.groupBy(findings, ({ rule }) => rule).values()].toSorted((a, b) => b.length - a.length);
  return rules.length === 0 ? [] : ["Why, and what could honestly be said", "", ...rules.map((of) => ruleText(of, telling))];
}

function ruleText(findings: readonly ShownFinding[], { language, references }: Telling): string {
  const { rule, severity, says, why, law, instead } = findings[0]!;
  const sources = findings.some(({ detail }) => detail !== undefined) ? [] : references.named(findings[0]!.sources); // else told with each
  const said = (text: ShownFinding["why"]) => text[language] ?? text.en;
  const lines: readonly (readonly [string, string])[] = [
    ["why", said(why)],
    ...(law.length === 0 ? [] : [["law", law.map(({ jurisdiction, name }) => `${jurisdiction}: ${name}`).join("; ")] as const]),
    ["instead", said(instead)],
    ...(sources.length === 0 ? [] : [["sources", sources.map(({ short, number }) => `${short} [${number}]`).join("; ")] as const]),
  ];
  const what = findings[0]!.scope;
  const times = `${findings.length} ${what}${findings.length === 1 ? "" : "s"}`;
  return [
    `  ${wrap(`${said(says)} (${rule}; ${WORD[severity]}, ${times})`, " ".repeat(4))}`,
    ...lines.map(([what, text]) => `     ${what.padEnd(8)}  ${wrap(text, " ".repeat(15))}`),
    "",
  ].join("\n");
}

/** What each law that is named above says, once. */
function lawText(findings: readonly ShownFinding[], { language, references }: Telling): string[] {
  const said = (text: ShownFinding["why"]) => text[language] ?? text.en;
  const laws = new Map(findings.flatMap(({ law }) => law.map((each) => [each.id, each] as const)));
  const lines = [...laws.values()]
    .map(({ jurisdiction, name, says, only, source }) => ({
      named: `${jurisdiction} ${name}`,
      told: `${said(says)}${only ? ` (${said(only)})` : ""}${numbersOf(references.named([source]))}`,
    }))
    .toSorted((one, other) => one.named.localeCompare(other.named))
    .map(({ named, told }) => `  ${wrap(`${named}: ${told}`, " ".repeat(4))}`);
  return lines.length === 0 ? [] : ["Law and codes", "", ...lines, ""];
}

/** What the evidence beside the sentences does not show, each once: a number beside a claim is soon read as its proof. */
function limitsText(findings: readonly ShownFinding[]): string[] {
  const limits = new Map(
    findings.flatMap(({ evidence = [] }) => evidence.map(({ about, doesNotShow }) => [about.en, doesNotShow] as const)),
  );
  const told = [...limits].flatMap(([about, limit]) => (limit === undefined ? [] : [`  ${wrap(`${about}: ${limit}`, " ".repeat(4))}`]));
  return told.length === 0 ? [] : ["What the evidence does not show", "", ...told, ""];
}

const numbersOf = (named: ReturnType<References["named"]>): string => named.map(({ number }) => ` [${number}]`).join("");

/** Every source that is named above, so that a reader can find it. */
const sourcesText = ({ list }: References): string[] =>
  list.length === 0
    ? []
    : [
        "Sources",
        "",
        ...list.map(
          ({ text, link }, i) => `  ${`[${i + 1}]`.padEnd(5)} ${wrap(`${text}${link === undefined ? "" : ` ${link}`}`, " ".repeat(8))}`,
        ),
        "",
      ];

const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}...` : text).replace(/\s+/g, " ");

function counted(findings: readonly { readonly severity: string }[]): string {
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return findings.length === 0
    ? "no finding"
    : `${plural(count("error"), "error")}, ${plural(count("warning"), "warning")}, ${plural(count("info"), "remark")}`;
}

const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;
