import type { Outcome } from "@calcar/catalog/schema";

/** A row of an answer with the outcomes that its numbers were taken from. */
interface Row {
  readonly study: { readonly id: string };
  readonly outcomes: readonly Outcome[];
}

/** What of an outcome is worked out and not printed, in the order in which a reader is told: the weakest first. */
const KINDS = ["median", "score", "standard-error", "count"] as const;
type Kind = (typeof KINDS)[number];

const SAYS: Readonly<Record<Kind, string>> = {
  median: "mean and SD estimated from a median",
  score: "mean or SD worked out, not printed",
  "standard-error": "SD worked out from the printed standard error",
  count: "count worked out, not printed",
};

/**
 * How the numbers of a row were worked out, for the remark beside it: in the words of the study file, arm by arm where they differ.
 *
 * @returns empty where every number is printed
 */
export function howWorkedOut(outcomes: readonly Outcome[]): string[] {
  const told = outcomes.flatMap((outcome) => {
    const how = howOf(outcome);
    return how === undefined ? [] : [{ arm: outcome.arm, how }];
  });
  const differ = new Set(told.map(({ how }) => how)).size > 1;
  return [...new Set(told.map(({ arm, how }) => (differ && arm !== undefined ? `${arm}: ${how}` : how)))];
}

/** How many of the studies of an answer enter it with numbers that nobody printed, kind by kind, with their names. */
export function workedOutWarnings(rows: readonly Row[], label: (study: string) => string): string[] {
  const k = new Set(rows.map(({ study }) => study.id)).size;
  return KINDS.flatMap((kind) => {
    const ids = new Set(rows.filter(({ outcomes }) => outcomes.some((outcome) => kindOf(outcome) === kind)).map(({ study }) => study.id));
    const names = [...ids].map(label).join(", ");
    return ids.size === 0 ? [] : [`${ids.size} of ${k} ${k === 1 ? "study" : "studies"}: ${SAYS[kind]} (${names}). Each row says how.`];
  });
}

function howOf(outcome: Outcome): string | undefined {
  if (outcome.derivation !== undefined) return outcome.derivation.replace(/\.$/, "");
  const kind = kindOf(outcome);
  return kind && SAYS[kind];
}

function kindOf(outcome: Outcome): Kind | undefined {
  const { derivation } = outcome;
  if (outcome.type === "events") return derivation === undefined ? undefined : "count";
  if (derivation !== undefined) return /\bmedian/i.test(derivation) ? "median" : "score";
  return outcome.type === "value" && outcome.dispersionType === "SE" ? "standard-error" : undefined;
}
