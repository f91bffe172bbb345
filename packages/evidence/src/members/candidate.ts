import type { ChangeCoordinates, EffectCoordinates, ProportionCoordinates, Study } from "@calcar/catalog/schema";
import type { ChangeOutcome, EventsOutcome } from "../questions/question-kinds.ts";
import { type Arm, armMisses, comparatorArms, interventionArms, noComparator, noIntervention } from "./arm-misses.ts";
import { eventRows, isEligible, isSameMoment, noCounts, windowMisses } from "./event-rows.ts";
import type { Miss } from "./miss.ts";
import { noScores, type ScoreRow, scaleMisses, scoreOutcomes, scoreRow } from "./score-rows.ts";
import { gradeMisses, phaseMisses } from "./study-misses.ts";

/** One way in which a study could enter a question, and what stands against it. A way without a row leads nowhere. */
export interface Candidate<Row> {
  readonly arms: string; // which arms it takes: two ways through different arms are never chosen between silently
  readonly row: Row | undefined;
  readonly misses: readonly Miss[];
}

export interface CountedPair {
  readonly intervention: EventsOutcome;
  readonly comparator: EventsOutcome;
}
export interface ScoredPair {
  readonly intervention: ScoreRow;
  readonly comparator: ScoreRow;
}

type Pair<Row> = { readonly intervention: Row; readonly comparator: Row };
type PairsOf<Row> = (intervention: Arm, comparator: Arm) => readonly { readonly row: Pair<Row>; readonly misses: readonly Miss[] }[];

/** Two arms that count the same event of the same hips at the same time, the preferred event and the latest time first. */
export function countedPairs(study: Study, admits: EffectCoordinates): Candidate<CountedPair>[] {
  const { outcome } = admits;
  if (!("events" in outcome)) return [];
  return paired(study, admits, noCounts(outcome), (intervention, comparator) => {
    const controls = eventRows(study, comparator, outcome);
    const pairs = eventRows(study, intervention, outcome).flatMap((row) =>
      controls
        .filter((control) => control.event === row.event && isSameMoment(control, row))
        .map((control) => ({ intervention: row, comparator: control })),
    );
    return pairs
      .toSorted((a, b) => preferred(outcome.events, a.intervention, b.intervention))
      .map((row) => ({
        row,
        misses: [
          ...phaseMisses(study, row.intervention, admits),
          ...windowMisses(row.intervention, outcome.months),
          ...worst(gradeMisses(row.intervention, admits), gradeMisses(row.comparator, admits)),
        ],
      }));
  });
}

/** Two arms with the same instrument at the same time, the latest first. */
export function scoredPairs(study: Study, admits: EffectCoordinates): Candidate<ScoredPair>[] {
  const { outcome } = admits;
  if (!("instruments" in outcome)) return [];
  return paired(study, admits, noScores(outcome), (intervention, comparator) => {
    const controls = scoreOutcomes(study, comparator, outcome);
    const pairs = scoreOutcomes(study, intervention, outcome).flatMap((one) =>
      controls
        .filter((other) => other.instrumentId === one.instrumentId && isSameMoment(other, one))
        .map((other) => ({ intervention: scoreRow(one, outcome), comparator: scoreRow(other, outcome) })),
    );
    return pairs
      .toSorted((a, b) => latest(a.intervention.outcome, b.intervention.outcome))
      .map((row) => ({
        row,
        misses: [
          ...phaseMisses(study, row.intervention.outcome, admits),
          ...windowMisses(row.intervention.outcome, outcome.months),
          ...worst(gradeMisses(row.intervention.outcome, admits), gradeMisses(row.comparator.outcome, admits)),
          ...worst(row.intervention.misses, row.comparator.misses),
        ],
      }));
  });
}

/** One arm's score before and after, the latest time first. */
export function changes(study: Study, admits: ChangeCoordinates): Candidate<ChangeOutcome>[] {
  const { instruments, months } = admits.outcome;
  return singles(study, admits, noScores(admits.outcome), (arm) =>
    study.outcomes
      .filter(
        (outcome): outcome is ChangeOutcome =>
          outcome.type === "change" && outcome.arm === arm.name && isEligible(outcome) && instruments.includes(outcome.instrumentId ?? ""),
      )
      .toSorted(latest)
      .map((row) => ({
        row,
        misses: [
          ...phaseMisses(study, row, admits),
          ...windowMisses(row, months),
          ...gradeMisses(row, admits),
          ...scaleMisses(row, admits.outcome),
        ],
      })),
  );
}

/** One arm's count of an event, the preferred event and the latest time first. */
export function counts(study: Study, admits: ProportionCoordinates): Candidate<EventsOutcome>[] {
  const { events, months } = admits.outcome;
  return singles(study, admits, noCounts(admits.outcome), (arm) =>
    eventRows(study, arm, admits.outcome)
      .toSorted((a, b) => preferred(events, a, b))
      .map((row) => ({ row, misses: [...phaseMisses(study, row, admits), ...windowMisses(row, months), ...gradeMisses(row, admits)] })),
  );
}

/** Every pair of arms with every pair of rows, and what stands against each. */
function paired<Row>(study: Study, admits: EffectCoordinates, noRow: Miss, rowsOf: PairsOf<Row>): Candidate<Pair<Row>>[] {
  const ours = interventionArms(study, admits.intervention);
  const theirs = comparatorArms(study, admits.comparator);
  const lacking = [
    ...(ours.length === 0 ? [noIntervention(admits.intervention)] : []),
    ...(theirs.length === 0 ? [noComparator(study, admits.comparator)] : []),
  ];
  if (lacking.length > 0)
    return (ours.length > 0 ? ours : [undefined]).map((arm) =>
      nowhere([...lacking, ...(arm ? armMisses(arm, admits.intervention) : []), ...phaseMisses(study, undefined, admits)]),
    );
  return ours.flatMap((arm) =>
    theirs.flatMap((control) => {
      const against = armMisses(arm, admits.intervention);
      const rows = rowsOf(arm, control);
      if (rows.length === 0) return [nowhere<Pair<Row>>([...against, ...phaseMisses(study, undefined, admits), noRow])];
      return rows.map(({ row, misses }) => ({ arms: `${arm.name} against ${control.name}`, row, misses: [...against, ...misses] }));
    }),
  );
}

type SinglesOf<Row> = (arm: Arm) => readonly { readonly row: Row; readonly misses: readonly Miss[] }[];

function singles<Row>(
  study: Study,
  admits: ChangeCoordinates | ProportionCoordinates,
  noRow: Miss,
  rowsOf: SinglesOf<Row>,
): Candidate<Row>[] {
  const arms = interventionArms(study, admits.intervention);
  if (arms.length === 0) return [nowhere([noIntervention(admits.intervention), ...phaseMisses(study, undefined, admits)])];
  return arms.flatMap((arm) => {
    const against = armMisses(arm, admits.intervention);
    const rows = rowsOf(arm);
    if (rows.length === 0) return [nowhere<Row>([...against, ...phaseMisses(study, undefined, admits), noRow])];
    return rows.map(({ row, misses }) => ({ arms: arm.name, row, misses: [...against, ...misses] }));
  });
}

const nowhere = <Row>(misses: readonly Miss[]): Candidate<Row> => ({ arms: "", row: undefined, misses });

/** The same flaw in both arms is one flaw. */
const worst = (a: readonly Miss[], b: readonly Miss[]): readonly Miss[] => (a.length >= b.length ? a : b);

interface Timed {
  readonly months?: number | undefined;
}
const latest = (a: Timed, b: Timed): number => (b.months ?? -1) - (a.months ?? -1);
const preferred = (events: readonly string[], a: EventsOutcome, b: EventsOutcome): number =>
  events.indexOf(a.event) - events.indexOf(b.event) || latest(a, b);
