import type { CatalogInstrument } from "@calcar/catalog";
import type { PlainDate } from "@calcar/vocabulary";

/** Somebody's signed word in the configuration that the clinic may show an instrument's wording. */
export interface LicenceStatement {
  readonly instrument: string;
  readonly version: string;
  readonly who: string; // the person who states it
  readonly on: PlainDate;
  readonly reference: string; // number or name of the licence or permission
}

/** Whether the wording of an instrument may be shown, and on whose word. Scores may always be computed. */
export interface Gate {
  readonly open: boolean;
  readonly why: "signed" | "no-statement" | "statement-of-another-version" | "statement-of-a-later-day";
  readonly statement: LicenceStatement | undefined; // shown wherever the instrument is used
  readonly attribution: string | undefined; // to be printed with it
}

/**
 * The licence gate: closed, unless a statement for this very version was signed by today.
 *
 * @param statements all of the configuration
 * @param today the day on which it is asked
 */
export function licenceGate(
  { id, version, licence }: Pick<CatalogInstrument, "id" | "version" | "licence">,
  statements: readonly LicenceStatement[],
  today: PlainDate,
): Gate {
  const of = statements.filter(({ instrument }) => instrument === id);
  const same = of.filter((statement) => statement.version === version);
  const statement = same.filter(({ on }) => on <= today).toSorted((a, b) => (a.on < b.on ? 1 : -1))[0];
  return { open: statement !== undefined, why: reason(statement, same, of), statement, attribution: licence.attribution };
}

function reason(statement: LicenceStatement | undefined, same: readonly unknown[], of: readonly unknown[]): Gate["why"] {
  if (statement) return "signed";
  if (same.length > 0) return "statement-of-a-later-day";
  return of.length > 0 ? "statement-of-another-version" : "no-statement";
}
