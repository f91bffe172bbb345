import type { CheckedText } from "@calcar/contract";

/** The parts of the wire format that the editor's desk names. */
export type CheckedFile = CheckedText["report"]["files"][number];
export type Finding = CheckedFile["findings"][number];
export type Severity = Finding["severity"];
export type Evidence = NonNullable<Finding["evidence"]>[number];
export type Jurisdiction = Finding["law"][number]["jurisdiction"];
export type Span = CheckedText["places"][number];

export const SEVERITIES = ["error", "warning", "info"] as const satisfies readonly Severity[];
export const JURISDICTIONS = ["US", "EU", "UK", "AU", "MX"] as const satisfies readonly Jurisdiction[];

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A page to check: a text at hand, or a file of the reader's device. It is held by this tab only. */
export type Source = (Partial<Named> & { readonly id: string; readonly text: string }) | (Named & { readonly file: File });

/** A finding with its number in reading order and its place in the text that is shown. */
export interface Placed {
  readonly number: number; // from 1
  readonly finding: Finding;
  readonly span: Span;
}
