import type { Catalog } from "@calcar/catalog";
import type { Outcome, Study } from "@calcar/catalog/schema";
import { ok, type Result, refuse } from "@calcar/vocabulary";
import type { CountedPair, ScoredPair } from "../members/candidate.ts";
import type { Member, Membership, Miss, Widening } from "../members/miss.ts";
import { countedMembers, isOnMeans, scoredMembers } from "../members/question-members.ts";
import type { Means } from "../members/score-rows.ts";
import type { EffectQuestion } from "../questions/question-kinds.ts";
import { type CarriedOver, carriedOver } from "../scales/carried-over.ts";

export interface Counts {
  readonly events: number;
  readonly total: number;
}
export type Numbers = Counts | Means;
export const isCounts = (numbers: Numbers): numbers is Counts => "events" in numbers;

/** One study of a controlled question with the numbers of its two arms. They live in the study, never in the question. */
export interface EffectRow {
  readonly study: Study;
  readonly intervention: Numbers;
  readonly comparator: Numbers;
  readonly outcomes: readonly [Outcome, Outcome];
  readonly isChange: boolean; // change scores where others have final values
  readonly beyond: readonly Miss[];
  readonly carried?: CarriedOver | undefined; // from the printed scale to the one shown
}

/** The members of a controlled question, whatever it measures. */
export function effectMembers(catalog: Catalog, question: EffectQuestion, widen: readonly Widening[]): Membership<EffectRow> {
  return isOnMeans(question)
    ? mapped(scoredMembers(catalog, question, widen), (member) => scored(catalog, question, member))
    : mapped(countedMembers(catalog, question, widen), counted);
}

const mapped = <A>(found: Membership<A>, rowOf: (member: Member<A>) => EffectRow): Membership<EffectRow> => ({
  ...found,
  members: found.members.map((member) => ({ ...member, row: rowOf(member) })),
});

const counted = ({ study, row, beyond }: Member<CountedPair>): EffectRow => ({
  study,
  intervention: row.intervention,
  comparator: row.comparator,
  outcomes: [row.intervention, row.comparator],
  isChange: false,
  beyond,
});

function scored(catalog: Catalog, { admits: { outcome } }: EffectQuestion, { study, row, beyond }: Member<ScoredPair>): EffectRow {
  const [intervention, comparator] = [row.intervention.means, row.comparator.means];
  if (!intervention || !comparator) throw new Error(`${study.id} is a member without its means`);
  const outcomes = [row.intervention.outcome, row.comparator.outcome] as const;
  const isChange = row.intervention.basis === "change";
  const [carried, control] = outcomes.map(({ scale }) => ("instruments" in outcome ? carriedOver(catalog, outcome, scale) : undefined));
  const [ours, theirs] = [onShownScale(intervention, carried, isChange), onShownScale(comparator, control, isChange)];
  return { study, intervention: ours, comparator: theirs, outcomes, isChange, beyond, carried };
}

/** A change has no zero to shift. */
const onShownScale = ({ mean, sd, n }: Means, carried: CarriedOver | undefined, isChange: boolean): Means =>
  carried ? { mean: (isChange ? 0 : carried.offset) + carried.factor * mean, sd: Math.abs(carried.factor) * sd, n } : { mean, sd, n };

/**
 * Whether lower or higher is better for the patient.
 *
 * @refuses invalid/mixed-direction when an event is feared in one study and hoped for in another
 */
export function favoured({ admits }: EffectQuestion, rows: readonly EffectRow[]): Result<"lower" | "higher"> {
  if ("higherIsBetter" in admits.outcome) return ok(admits.outcome.higherIsBetter ? "higher" : "lower");
  const hopedFor = new Set(
    rows.flatMap(({ outcomes }) => outcomes.map((outcome) => outcome.type === "events" && outcome.isBenefit === true)),
  );
  if (hopedFor.size > 1) return refuse("invalid", "mixed-direction");
  return ok(hopedFor.has(true) ? "higher" : "lower");
}
