import type { ActContext, Tx } from "@calcar/storage";
import type { VersionLine } from "../schema.ts";
import type { Check, Packed } from "./check.ts";

/** The columns of a version, wherever it is read from. */
export const VERSION_COLUMNS = `library_version.version, sentences, errors, warnings, notes, suppressed, knowledge, rules, at, actor`;

export interface VersionRow {
  readonly version: number;
  readonly sentences: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly suppressed: number;
  readonly knowledge: string;
  readonly rules: string;
  readonly at: Date;
  readonly actor: string;
}

export const lineOf = ({
  version,
  sentences,
  errors,
  warnings,
  notes,
  suppressed,
  knowledge,
  rules,
  at,
  actor,
}: VersionRow): VersionLine => ({
  version,
  sentences,
  findings: { error: errors, warning: warnings, info: notes },
  suppressed,
  knowledge,
  rules,
  savedAt: at.toISOString(),
  savedBy: actor,
});

/** Writes a version of a page that the transaction holds. */
export async function insertVersion(
  tx: Tx,
  { site, actor, at }: ActContext,
  { page, version }: { readonly page: string; readonly version: number },
  { json, digest, ...check }: Omit<Check, "held"> & Packed,
): Promise<void> {
  const { sentences, findings, suppressed, knowledge, rules } = check;
  await tx.query(
    `insert into library_version
       (site_id, page, version, sentences, errors, warnings, notes, suppressed, knowledge, rules, at, actor, digest, held)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::json)`,
    [
      ...[site, page, version, sentences, findings.error, findings.warning, findings.info, suppressed],
      ...[knowledge, rules, at, actor, digest, json],
    ],
  );
}
