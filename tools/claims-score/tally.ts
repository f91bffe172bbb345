import type { Finding } from "@calcar/claims";
import type { LabelledPage } from "./corpus.ts";

/** Hits, false alarms and misses; of hard negatives, how many were flagged. */
export interface Count {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly hard: number;
  readonly hardOf: number;
}

/** What one page says about one rule, and where the rule was wrong. */
export interface Mark {
  readonly page: LabelledPage;
  readonly rule: string;
  readonly severity: string; // of the label for hits and misses, of the finding for false alarms
  readonly kind: keyof Count;
  readonly start: number;
  readonly end: number;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const overlap = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end;

/**
 * Compares the findings on a page with its labels: same rule and at least one character in common, each label found once.
 * Labels of low confidence are neither misses nor, when found, false alarms.
 *
 * @param pageRules ids of the rules that judge a page as a whole
 */
export function marksOf(page: LabelledPage, findings: readonly Finding[], pageRules: ReadonlySet<string>): Mark[] {
  const sentence = findings.filter(({ rule }) => !pageRules.has(rule));
  return [
    ...sentenceMarks(page, sentence),
    ...hardMarks(page, sentence),
    ...wholeMarks(
      page,
      findings.filter(({ rule }) => pageRules.has(rule)),
    ),
  ];
}

function sentenceMarks(page: LabelledPage, findings: readonly Finding[]): Mark[] {
  const used = new Set<Finding>();
  const labelled = page.labels
    .filter(({ confidence }) => confidence !== "low")
    .map(({ rule, severity, start, end }): Mark => {
      const found = findings.find((finding) => !used.has(finding) && finding.rule === rule && overlap(finding, { start, end }));
      if (found) used.add(found);
      return { page, rule, severity, kind: found ? "tp" : "fn", start, end };
    });
  const stray = findings.filter(
    (finding) => !used.has(finding) && !page.labels.some((label) => label.rule === finding.rule && overlap(label, finding)),
  );
  return [...labelled, ...stray.map(({ rule, severity, start, end }): Mark => ({ page, rule, severity, kind: "fp", start, end }))];
}

/** Honest text that no rule of sentences may mark. */
export const ANY_RULE = "any";

const hardMarks = (page: LabelledPage, findings: readonly Finding[]): Mark[] =>
  page.hardNegatives.flatMap(({ notRule: rule, start, end }) => {
    const of: Mark = { page, rule, severity: "", kind: "hardOf", start, end };
    const isOf = (finding: Finding) => finding.rule === rule || (rule === ANY_RULE && finding.scope !== "page");
    const hit = findings.some((finding) => isOf(finding) && overlap(finding, { start, end }));
    return hit ? [of, { ...of, kind: "hard" }] : [of];
  });

function wholeMarks(page: LabelledPage, findings: readonly Finding[]): Mark[] {
  const mark = (rule: string, kind: keyof Count): Mark => ({ page, rule, severity: "warning", kind, start: 0, end: 0 });
  const found = new Set(findings.map(({ rule }) => rule));
  const wanted = page.pageLabels.filter(({ confidence }) => confidence !== "low").map(({ rule }) => rule);
  const stray = [...found].filter((rule) => !page.pageLabels.some((label) => label.rule === rule));
  return [...wanted.map((rule) => mark(rule, found.has(rule) ? "tp" : "fn")), ...stray.map((rule) => mark(rule, "fp"))];
}

export function count(marks: readonly Mark[]): Count {
  const of = (wanted: keyof Count) => marks.filter(({ kind }) => kind === wanted).length;
  return { tp: of("tp"), fp: of("fp"), fn: of("fn"), hard: of("hard"), hardOf: of("hardOf") };
}

/** How many false alarms stand on a sentence that bears no label of any rule: the others name the wrong rule for it. */
export const onUnlabelled = (marks: readonly Mark[]): number =>
  marks.filter(({ kind, page, start, end }) => kind === "fp" && end > start && !page.labels.some((label) => overlap(label, { start, end })))
    .length;

export const precision = ({ tp, fp }: Count): number | undefined => (tp + fp === 0 ? undefined : tp / (tp + fp));
export const recall = ({ tp, fn }: Count): number | undefined => (tp + fn === 0 ? undefined : tp / (tp + fn));
export const f1 = ({ tp, fp, fn }: Count): number | undefined => (tp + fp + fn === 0 ? undefined : (2 * tp) / (2 * tp + fp + fn));
