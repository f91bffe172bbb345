import type { Outcome, ProportionCoordinates, Study } from "@calcar/catalog/schema";
import type { EventsOutcome } from "../questions/question-kinds.ts";
import type { Arm } from "./arm-misses.ts";
import { either, type Miss, miss } from "./miss.ts";

type Wanted = ProportionCoordinates["outcome"];
type Window = NonNullable<Wanted["months"]>;

/** The counts of one arm that a question could take: its events, the whole arm or a stated phase of it. */
export function eventRows(study: Study, arm: Arm, { events }: Wanted): EventsOutcome[] {
  const counted = study.outcomes.filter(
    (outcome): outcome is EventsOutcome => outcome.type === "events" && outcome.arm === arm.name && events.includes(outcome.event),
  );
  return [...counted.filter(isEligible), ...adverseEventRows(study, arm).filter(({ event }) => events.includes(event))];
}

/** A stratum that states no phase is no row of a pool, and neither is another reading of the same count. */
export const isEligible = ({ group, phase, otherReadingOf }: Outcome): boolean =>
  otherReadingOf === undefined && (group === undefined || phase !== undefined);

/** What a study of one arm says of its adverse events, as counts. */
function adverseEventRows({ adverseEvents, arms }: Study, arm: Arm): EventsOutcome[] {
  if (!adverseEvents || adverseEvents.n === undefined || arms.length > 1) return [];
  const { n: total, events, serious, ground, summary } = adverseEvents;
  const row = (event: string, count: number): EventsOutcome => ({
    type: "events",
    id: event,
    name: event,
    arm: arm.name,
    event,
    events: count,
    total,
    isBenefit: false,
    ground,
    note: summary,
  });
  return [
    ...(events === undefined ? [] : [row("adverse-event", events)]),
    ...(serious === undefined ? [] : [row("serious-adverse-event", serious)]),
  ];
}

/** A question with a window takes no row from outside it, nor one of unstated time. */
export function windowMisses({ months, timepoint }: Pick<Outcome, "months" | "timepoint">, window: Window | undefined): Miss[] {
  if (!window) return [];
  if (months === undefined) return [miss("time", `time not stated in months${timepoint === undefined ? "" : ` (${timepoint})`}`)];
  const isWithin = months >= (window.from ?? 0) && months <= (window.to ?? Number.POSITIVE_INFINITY);
  return isWithin ? [] : [miss("time", `measured at ${months} months`)];
}

/** Rows of two arms belong together when they count the same event of the same hips at the same time. */
export const isSameMoment = (a: Outcome, b: Outcome): boolean =>
  a.months === b.months && a.timepoint === b.timepoint && a.phase === b.phase && a.group === b.group;

export const noCounts = ({ events }: Wanted): Miss => miss("outcome", `no counts of ${either(events)}`);
