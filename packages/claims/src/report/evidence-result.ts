import { effectText, numberText, type QuestionAnswer } from "@calcar/evidence";
import { isEstablished } from "@calcar/vocabulary";

type Answer<K extends QuestionAnswer["kind"]> = Extract<QuestionAnswer, { readonly kind: K }>;
type Interval = readonly [number, number];

/** The number that answers a question, for machines; only an effect compares anything. */
export interface ResultNumbers {
  readonly measure?: string; // "RR"; "proportion" where nothing was compared
  readonly estimate?: number; // natural scale
  readonly ci?: Interval;
}

export interface EvidenceResult extends ResultNumbers {
  readonly results: readonly string[]; // the same in words: one that is pooled, or one for each study with its denominator
}

/**
 * The number of an answer: the pooled estimate with its interval, or each study's own number with its denominator where nothing
 * is pooled. What rests on memory or on a seed page alone is never shown.
 */
export function evidenceResult(answer: QuestionAnswer): EvidenceResult {
  switch (answer.kind) {
    case "effect":
      return ofEffect(answer);
    case "proportion":
      return ofProportion(answer);
    case "change":
      return { results: established(answer.series).map(changed) };
    case "nothing-direct":
      return { results: [] };
  }
}

const established = <Row extends { readonly verified: Parameters<typeof isEstablished>[0] }>(rows: readonly Row[]): readonly Row[] =>
  rows.filter(({ verified }) => isEstablished(verified));

function ofEffect({ measure, estimate, ci, studies }: Answer<"effect">): EvidenceResult {
  if (established(studies).length < studies.length) return { results: [] };
  const [only, another] = studies;
  const arms = only !== undefined && another === undefined ? `; ${armsOf(only)}, ${only.label}` : "";
  const shown = (value: number) => effectText(measure, value);
  return { measure, estimate, ci, results: [`${measure} ${shown(estimate)} (95% interval ${shown(ci[0])} to ${shown(ci[1])}${arms})`] };
}

/** "3 of 13 against 8 of 11", or the means of the arms. */
function armsOf({ intervention, comparator }: Answer<"effect">["studies"][number]): string {
  const [first, second] = [intervention, comparator].map((arm) =>
    "events" in arm ? `${arm.events} of ${arm.total}` : `mean ${rounded(arm.mean)} in ${arm.n}`,
  );
  return `${first} against ${second}`;
}

function ofProportion({ pooled, studies }: Answer<"proportion">): EvidenceResult {
  const rows = established(studies);
  if (pooled && rows.length === studies.length)
    return { measure: "proportion", estimate: pooled.estimate, ci: pooled.ci, results: [`pooled ${share(pooled.estimate, pooled.ci)}`] };
  const [only, another] = rows;
  const numbers = only && !another && studies.length === 1 ? { measure: "proportion", estimate: only.estimate, ci: only.ci } : {};
  return { ...numbers, results: rows.map(counted) };
}

const share = (estimate: number, ci: Interval, ...more: readonly string[]): string =>
  `${percent(estimate)} (${[`95% interval ${percent(ci[0])} to ${percent(ci[1])}`, ...more].join("; ")})`;

const counted = ({ events, total, of, estimate, ci, label, timepoint, verified }: Answer<"proportion">["studies"][number]): string =>
  `${events} of ${total} ${of}, ${share(estimate, ci, [label, known(timepoint), secondary(verified)].filter((part) => part !== "").join(", "))}`;

function changed({ before, after, change, scale, n, label, verified }: Answer<"change">["series"][number]): string {
  const points = before === null || after === null ? (change === null ? "not printed" : signed(change)) : `${before} to ${after}`;
  const whose = [label, n === null ? "number not stated" : `n ${n}`, secondary(verified)].filter((part) => part !== "").join(", ");
  return `${points} on ${scale.replace(/,.*$/, "")} (${whose})`;
}

const known = (timepoint: string): string => (/not stated/.test(timepoint) ? "" : timepoint);
const secondary = (verified: string): string => (verified === "secondary-source" ? "read in another text about it" : "");
const percent = (fraction: number): string => `${numberText(fraction * 100, fraction > 0 && fraction < 0.1 ? 1 : 0)}%`;
const signed = (value: number): string => `${value > 0 ? "+" : ""}${rounded(value)}`;
const rounded = (value: number): string => numberText(value, Number.isInteger(value) ? 0 : 1);
