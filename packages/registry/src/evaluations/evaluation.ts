import type { Facts } from "@calcar/guidance/schema";
import { ok, type PlainDate, type Problem, type Refusal, refuse, type Side } from "@calcar/vocabulary";
import { type InvalidInput, invalid } from "../refusals.ts";
import type { Save } from "../schema.ts";

/** What an evaluation holds at one version. */
export interface EvaluationState {
  readonly version: number;
  readonly asOf: PlainDate;
  readonly facts: Facts;
}

/** One row of an evaluation's history: what the save that led to `version` set and took back. */
export interface EvaluationEvent {
  readonly version: number;
  readonly asOf: PlainDate;
  readonly set: Facts;
  readonly clear: readonly string[];
}

/** Checks facts against the catalog. Given by the caller: the registry keeps facts, it does not know what they mean. */
export type ValidateFacts = (facts: Facts, asOf: PlainDate, side: Side) => readonly Problem[];

const FIRST_ZONE_HOURS = 14; // the first place on Earth to begin a day is at UTC+14

/** A day of examination is today somewhere on Earth, or earlier. */
export function asOfProblems(asOf: PlainDate, now: Date): readonly Problem[] {
  const latest = new Date(now.getTime() + FIRST_ZONE_HOURS * 3_600_000).toISOString().slice(0, 10);
  return asOf <= latest ? [] : [{ place: "asOf", problem: `${asOf} is in the future`, expected: "today or an earlier day" }];
}

/** Version 1: a day and no fact. @refuses invalid/evaluation when the day is in the future */
export function openEvaluation(asOf: PlainDate, now: Date): { ok: true; value: EvaluationEvent } | { ok: false; refusal: InvalidInput } {
  const problems = asOfProblems(asOf, now);
  return problems.length > 0 ? invalid("evaluation", problems) : { ok: true, value: { version: 1, asOf, set: {}, clear: [] } };
}

/**
 * Decides whether a save may follow the state that the record holds, and what it changes.
 *
 * @param save facts to set and to take back, on top of the version that its writer had read
 * @returns the event of the next version; every save makes one, even when it changes nothing
 * @refuses conflict/moved-on when somebody else saved in between
 * @refuses invalid/evaluation when a fact is both set and taken back, the day is in the future, or `validate` names problems
 */
export function decideSave(
  { state, side }: { readonly state: EvaluationState; readonly side: Side },
  save: Save,
  validate: ValidateFacts,
  now: Date,
): { readonly ok: true; readonly value: EvaluationEvent } | { readonly ok: false; readonly refusal: Refusal | InvalidInput } {
  if (save.version !== state.version) return refuse("conflict", "moved-on");
  const event = { version: state.version + 1, asOf: save.asOf ?? state.asOf, set: save.set ?? {}, clear: [...new Set(save.clear)] };
  const next = apply(state, event);
  const problems = [...setAndCleared(event), ...asOfProblems(next.asOf, now), ...validate(next.facts, next.asOf, side)];
  return problems.length > 0 ? invalid("evaluation", problems) : ok(event);
}

const setAndCleared = ({ set, clear }: EvaluationEvent): Problem[] =>
  clear
    .filter((fact) => Object.hasOwn(set, fact))
    .map((fact) => ({ place: `facts.${fact}`, problem: "it is both set and taken back", expected: "one of the two" }));

/** The state after an event. Facts keep the order in which they were first recorded. */
export function apply(state: Pick<EvaluationState, "facts">, { version, asOf, set, clear }: EvaluationEvent): EvaluationState {
  const kept = Object.entries(state.facts).filter(([fact]) => !clear.includes(fact));
  return { version, asOf, facts: Object.fromEntries([...kept, ...Object.entries(set)]) };
}

/** What an evaluation held after these events, from the first one on; `undefined` of no events. */
export function rebuild(events: readonly EvaluationEvent[]): EvaluationState | undefined {
  return events.reduce<EvaluationState | undefined>((state, event) => apply(state ?? { facts: {} }, event), undefined);
}
