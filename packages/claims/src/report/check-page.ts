import type { Catalog } from "@calcar/catalog";
import type { PlainDate } from "@calcar/vocabulary";
import { type Balance, type ClaimTopic, type Finding, type LintOptions, lintWhole } from "../engine/lint.ts";
import { lastAtOrBefore, overlapping } from "../page/in-order.ts";
import type { Page, Span } from "../page/page.ts";
import { sourcePart, sourceSpan } from "../page/source-map.ts";
import { remembered } from "../remembered.ts";
import { type Allowance, allowances, type MisusedAllowance } from "./allowances.ts";
import { type EvidenceBeside, evidenceBeside } from "./evidence-beside.ts";

/** A finding with its place in the file and the evidence on its claim. */
export interface ShownFinding extends Omit<Finding, "topics"> {
  readonly source: Span; // in the file that was read; in a Word or PDF file the same as start and end
  readonly part?: string; // "page 3", where the file has no characters to point at
  readonly evidence?: readonly EvidenceBeside[]; // one for each outcome and disease that it claims something about
}

/** Why a finding is let stand: somebody decided so, or the page holds back more often than it claims. */
export type Suppression = { readonly by: "comment" | "baseline"; readonly reason: string } | (Balance & { readonly by: "caution" });

export type SuppressedFinding = ShownFinding & Suppression;

export interface CheckedPage {
  readonly findings: readonly ShownFinding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly misused: readonly MisusedAllowance[]; // comments that suppress nothing
}

/**
 * Checks a page: what the rules find, what the evidence says to it, and what a comment in the page allows.
 *
 * @param today the day on which it is checked
 */
export function checkPage(page: Page, catalog: Catalog, { today, ...options }: LintOptions & { readonly today: PlainDate }): CheckedPage {
  const beside = remembered(
    (topic: ClaimTopic) => evidenceBeside(catalog, topic, today), // a page makes the same claim often
    ({ outcome, condition, question }) => `${outcome} ${condition} ${question}`,
  );
  const { allowed, misused, comments } = allowances(page, new Set(catalog.claims.map(({ id }) => id)));
  const { marked, spared, balance } = lintWhole(without(page, comments), catalog, options);
  const shown = (findings: readonly Finding[]) => findings.map((finding) => placed(page, finding, beside));
  const reasons = new Map(allowed.toReversed().map(({ rule, start, reason }) => [`${rule} ${start}`, reason]));
  const reasonFor = ({ rule, start }: Finding): string | undefined => reasons.get(`${rule} ${blockAt(page, start)?.start}`);
  const letStand = (findings: readonly Finding[], otherwise?: Suppression): SuppressedFinding[] =>
    shown(findings).flatMap((finding) => {
      const reason = reasonFor(finding);
      const why = reason === undefined ? otherwise : { by: "comment" as const, reason };
      return why ? [{ ...finding, ...why }] : [];
    });
  return {
    findings: shown(marked.filter((finding) => reasonFor(finding) === undefined)),
    suppressed: [...letStand(marked), ...letStand(spared, { by: "caution", ...balance })],
    misused: [...misused, ...unusedOf(page, allowed, { found: [...marked, ...spared], asked: options.rules })].sort((a, b) => a.at - b.at),
  };
}

interface Found {
  readonly found: readonly Finding[];
  readonly asked: LintOptions["rules"];
}

/** Comments that let nothing stand, because their rule finds nothing in their block: what they excused has gone, or was never there. */
function unusedOf(page: Page, allowed: readonly Allowance[], { found, asked }: Found): MisusedAllowance[] {
  const used = new Set(found.map(({ rule, start }) => `${rule} ${blockAt(page, start)?.start}`));
  return allowed
    .filter(({ rule, start }) => (asked === undefined || asked.includes(rule)) && !used.has(`${rule} ${start}`))
    .map(({ at, rule }) => ({ at, problem: `is not needed, since ${rule} finds nothing there` }));
}

const blockAt = ({ blocks }: Page, at: number): Span | undefined => blocks[lastAtOrBefore(blocks, at, ({ start }) => start)];

/** In a plain text a comment is text; what it says is not said to the reader. */
const without = (page: Page, comments: readonly Span[]): Page =>
  comments.length === 0
    ? page
    : {
        ...page,
        sentences: page.sentences.filter((sentence) => overlapping(comments, sourceSpan(page.offsets, sentence)).length === 0),
      };

function placed(page: Page, finding: Finding, beside: (topic: ClaimTopic) => EvidenceBeside): ShownFinding {
  const { topics, ...found } = finding;
  const part = sourcePart(page.offsets, finding.start);
  const evidence = topics?.map(beside);
  return { ...found, source: sourceSpan(page.offsets, finding), ...(part !== undefined && { part }), ...(evidence && { evidence }) };
}
