import type { Catalog } from "@calcar/catalog";
import { type Jurisdiction, SEVERITIES, type Severity } from "@calcar/catalog/schema";
import type { Baseline, BaselineEntry, CheckedPage, Page } from "@calcar/claims";
import type { PlainDate } from "@calcar/vocabulary";

export const FORMATS = ["text", "json", "sarif", "html", "pdf", "junit"] as const;

/** What one run of `lint` was asked for. */
export interface LintRun {
  readonly catalog: Catalog;
  readonly today: PlainDate;
  readonly format: (typeof FORMATS)[number];
  readonly failOn: Severity | "never";
  readonly language: "en" | "es";
  readonly rules: readonly string[] | undefined;
  readonly jurisdictions: readonly Jurisdiction[] | undefined;
  readonly baseline: Baseline | undefined;
}

/** One file that was read and checked. */
export interface Checked {
  readonly path: string;
  readonly page: Page;
  readonly checked: CheckedPage;
  readonly gone: readonly BaselineEntry[]; // entries of the baseline that fit nothing any more
}

/** Whether a finding of this severity makes the command say no. */
export const isGrave = (severity: Severity, failOn: LintRun["failOn"]): boolean =>
  failOn !== "never" && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
