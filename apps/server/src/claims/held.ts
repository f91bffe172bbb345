import type { CheckedPage, EvidenceBeside, ShownFinding, SuppressedFinding } from "@calcar/claims";
import type { ShownCheck } from "./shown-check.ts";

/** The form in which checks are kept. Another number means that somebody has to say how the older form is read. */
export const FORM = 2;

/** What a rule says of each of its findings: kept once, not with every finding. */
export const SAID = ["severity", "scope", "says", "why", "instead", "insteadIs", "law"] as const;
export type Said = Pick<ShownFinding, (typeof SAID)[number]>;
export type Short<F extends ShownFinding> = Omit<F, keyof Said | "quote" | "evidence"> & { readonly evidence?: readonly number[] };

export interface Held extends Omit<ShownCheck, "knowledge" | "checked"> {
  readonly form: typeof FORM;
  readonly said: Readonly<Record<string, Said>>; // by rule
  readonly evidence: readonly EvidenceBeside[]; // each once; findings name their places in it
  readonly findings: readonly Short<ShownFinding>[];
  readonly suppressed: readonly Short<SuppressedFinding>[];
  readonly misused: CheckedPage["misused"];
}
