import type { Outcome } from "@calcar/catalog/schema";
import type { Named } from "../convert/write-step.ts";
import type { OutcomeDraftOf } from "../draft/outcome-draft.ts";
import { basisOf, joined } from "./basis.ts";
import { type FigureRead, figureIfAny, groundOf } from "./figure-read.ts";
import { type Ledger, maybe, present, text, tidy, wrong } from "./ledger.ts";
import type { Built, Place } from "./outcome-built.ts";

interface FiguresRead {
  readonly value: FigureRead | undefined;
  readonly lower: FigureRead | undefined;
  readonly upper: FigureRead | undefined;
  readonly size: FigureRead | undefined;
}

/** A comparison, proportion or finding as printed. */
export function reportedOutcome(ledger: Ledger, { field, placed }: Place, draft: OutcomeDraftOf<"reported">): Built | undefined {
  const before = ledger.problems.length;
  const measure = text(ledger, `${field}.measure`, draft.measure, "what is reported: HR, OR, MD, proportion, finding");
  const finding = maybe(draft.finding);
  const figures = figuresRead(ledger, field, draft);
  const { value, lower, upper, size } = figures;
  if (!draft.value && !finding) wrong(ledger, `${field}.finding`, "neither a number nor a finding", "one of them");
  if (finding && !value) groundOf(ledger, `${field}.ground`, draft.ground ?? {});
  if (ledger.problems.length > before || !placed || !measure) return undefined;
  const named = namedOf(figures);
  const { ground, note, comments } = value || !draft.ground ? basisOf(named) : wordsOnly(draft.ground, named);
  const outcome: Outcome = present({
    type: "reported" as const,
    ...placed,
    n: size?.value,
    measure,
    value: value?.value,
    interval: lower && upper && ([lower.value, upper.value] as [number, number]),
    finding,
    ground,
    note: joined(maybe(draft.note), note),
  });
  return { outcome, size: size?.value, comments };
}

/** A number with its interval, which has to hold it. */
function figuresRead(ledger: Ledger, field: string, draft: OutcomeDraftOf<"reported">): FiguresRead {
  const value = figureIfAny(ledger, `${field}.value`, draft.value, "number");
  const lower = figureIfAny(ledger, `${field}.lower`, draft.lower, "number");
  const upper = figureIfAny(ledger, `${field}.upper`, draft.upper, "number");
  const size = figureIfAny(ledger, `${field}.n`, draft.n, "size");
  if (Boolean(draft.lower) !== Boolean(draft.upper))
    wrong(ledger, `${field}.${draft.lower ? "upper" : "lower"}.value`, "missing", "both limits or none");
  if (lower && upper) {
    if (lower.value > upper.value) wrong(ledger, `${field}.lower.value`, `${lower.text} to ${upper.text}`, "the lower limit first");
    else if (value && (value.value < lower.value || value.value > upper.value))
      wrong(ledger, `${field}.value.value`, `${value.text} is not within ${lower.text} to ${upper.text}`, "a value within its interval");
  }
  return { value, lower, upper, size };
}

const namedOf = ({ value, lower, upper, size }: FiguresRead): Named[] => [
  ...(value ? [["value", value] as const] : []),
  ...(lower ? [["lower limit", lower] as const] : []),
  ...(upper ? [["upper limit", upper] as const] : []),
  ...(size ? [["n", size] as const] : []),
];

function wordsOnly(ground: NonNullable<OutcomeDraftOf<"reported">["ground"]>, named: readonly Named[]) {
  const { source, at, verified } = ground;
  const comments = named.length > 0 ? basisOf(named).comments : [];
  return { ground: { source: tidy(source!), at: tidy(at!), verified: verified! }, note: undefined, comments };
}
