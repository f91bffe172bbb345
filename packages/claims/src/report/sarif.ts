import type { Catalog, ClaimRule, Severity } from "@calcar/catalog";
import type { Page } from "../page/page.ts";
import type { CheckedPage, ShownFinding, SuppressedFinding } from "./check-page.ts";
import { reasonOf } from "./html-words.ts";
import { lineColumns } from "./line-column.ts";
import { allOf, referencesIn } from "./references.ts";
import { unreadLanguage } from "./unread-language.ts";

export interface SarifPage {
  readonly path: string;
  readonly page: Page;
  readonly checked: CheckedPage;
}

/** A file that could not be read, and why. */
export interface SarifFailure {
  readonly path: string;
  readonly problem: string;
}

/**
 * The findings of pages as SARIF 2.1.0: every rule is declared, silent or not; what was suppressed is there with its justification.
 *
 * Regions count UTF-16 code units of the file for text, Markdown and HTML. A Word or PDF file has no characters to point at: there
 * the region is left out and the part ("page 3") named in the message.
 *
 * @source oasis-sarif-2020
 */
export function sarif(
  catalog: Pick<Catalog, "version" | "claims" | "sources">,
  pages: readonly SarifPage[],
  failures: readonly SarifFailure[] = [],
) {
  const rules = catalog.claims;
  const index = new Map(rules.map(({ id }, i) => [id, i]));
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0" as const,
    runs: [
      {
        tool: { driver: { name: "Calcar", version: catalog.version, rules: rules.map(descriptor) } },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: failures.length === 0 && !pages.some(({ page }) => unreadLanguage(page)?.isMost),
            toolExecutionNotifications: [
              ...failures.map(({ path, problem }) => notification("error", path, problem)),
              ...pages.flatMap(({ path, page }) => notification("warning", path, unreadLanguage(page)?.says) ?? []),
            ],
          },
        ],
        artifacts: pages.map(({ path }) => ({ location: { uri: uriOf(path) } })),
        results: pages.flatMap((page) => resultsOf(page, index)),
        properties: {
          references: referencesIn(
            pages.flatMap(({ checked }) => allOf(checked)),
            catalog.sources,
          ).list,
        },
      },
    ],
  };
}

const notification = (level: "error" | "warning", path: string, text: string | undefined) =>
  text === undefined
    ? undefined
    : { level, message: { text }, locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }] };

const LEVELS = { error: "error", warning: "warning", info: "note" } as const satisfies Record<Severity, string>;

const descriptor = ({ id, says, why, instead, severity }: ClaimRule) => ({
  id,
  name: id.replace(/(?:^|-)([a-z])/g, (_, first: string) => first.toUpperCase()),
  shortDescription: { text: says.en },
  fullDescription: { text: why.en },
  help: { text: `Instead: ${instead.en}` },
  defaultConfiguration: { level: LEVELS[severity] },
});

function resultsOf({ path, page, checked }: SarifPage, index: ReadonlyMap<string, number>) {
  const at = lineColumns(page.offsets.source);
  const result = (finding: ShownFinding) => ({
    ruleId: finding.rule,
    ruleIndex: index.get(finding.rule), // none where a rule that found something then is no rule any more
    level: LEVELS[finding.severity],
    message: { text: messageOf(finding) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(path) },
          ...(finding.part === undefined && { region: region(page, finding, at) }),
        },
      },
    ],
    partialFingerprints: { "calcarSentence/v1": fingerprint(`${finding.rule}\n${finding.quote.replace(/\s+/g, " ").trim()}`) },
    properties: {
      words: finding.words,
      instead: finding.instead.en,
      sources: finding.sources,
      ...(finding.evidence && { evidence: finding.evidence }),
    },
  });
  const suppressed = (finding: SuppressedFinding) => ({
    ...result(finding),
    suppressions: [{ kind: finding.by === "comment" ? "inSource" : "external", justification: reasonOf(finding, "en") }],
  });
  return [...checked.findings.map(result), ...checked.suppressed.map(suppressed)];
}

function region(page: Page, { source: { start, end } }: ShownFinding, at: ReturnType<typeof lineColumns>) {
  const from = at(start);
  const to = at(end);
  return {
    charOffset: start,
    charLength: end - start,
    startLine: from.line,
    startColumn: from.column,
    endLine: to.line,
    endColumn: to.column,
    snippet: { text: page.offsets.source.slice(start, end) },
  };
}

/** What the reader of a report sees: where it has no line, the words themselves. */
export function messageOf({ why, detail, evidence = [], instead, part, quote }: ShownFinding): string {
  const said = [
    part && `${part}: "${quote}"`,
    detail,
    why.en,
    ...evidence.map(({ says }) => `Evidence: ${says}`),
    `Instead: ${instead.en}`,
  ];
  return said.filter((text) => text !== undefined && text !== "").join(" ");
}

const uriOf = (path: string): string => path.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");

/** Two 32-bit FNV-1a sums: the same words give the same mark, so that a viewer knows a finding again. */
function fingerprint(text: string): string {
  const sum = (seed: number): string => {
    let hash = seed;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
    return hash.toString(16).padStart(8, "0");
  };
  return sum(0x811c9dc5) + sum(0x01234567);
}
