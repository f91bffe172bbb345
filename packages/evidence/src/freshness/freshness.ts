import type { Catalog } from "@calcar/catalog";
import type { Question, ReviewInterval, Trial } from "@calcar/catalog/schema";
import { isPlainDate, ok, type PlainDate, type Result, refuse } from "@calcar/vocabulary";
import { isRunning, trialNotes, trialsOf } from "../registers/trials.ts";
import { type Due, dueOf, intervalOf, type State } from "./due.ts";

/** A registered trial as it stands today: `state` is how fresh our look at the register is, not how the trial does. */
export interface TrialState extends Due {
  readonly id: string;
  readonly number: string;
  readonly name: string | null;
  readonly status: Trial["status"];
  readonly running: boolean;
  readonly study: string | null; // its report on file
  readonly notes: readonly string[];
}

/** A question as it stands today: when it was last searched, what is due, and which trials run. */
export interface QuestionState extends Due {
  readonly id: string;
  readonly asks: string;
  readonly trials: readonly TrialState[];
}

/** A study or guideline that is stale or soon will be. */
export interface Overdue extends Due {
  readonly id: string;
}

export interface Freshness {
  readonly today: PlainDate;
  readonly questions: readonly QuestionState[]; // the most urgent first
  readonly trials: readonly TrialState[];
  readonly studies: { readonly total: number; readonly overdue: readonly Overdue[] };
  readonly guidelines: { readonly total: number; readonly overdue: readonly Overdue[] };
  readonly knowledge: string;
}

type Intervals = Readonly<Record<ReviewInterval["of"], ReviewInterval>>;

/**
 * How fresh everything on file is on a day: stale is computed from the intervals of the knowledge, never typed.
 *
 * @param today YYYY-MM-DD, given by the caller
 * @refuses invalid/today when it is no day; incomplete/no-review-interval when the knowledge names none for a kind of thing
 */
export function freshness(catalog: Catalog, today: PlainDate): Result<Freshness> {
  const intervals = intervalsOf(catalog, today);
  if (!intervals.ok) return intervals;
  const { study, guideline } = intervals.value;
  return ok({
    today,
    questions: [...catalog.questions.values()]
      .map((question) => questionState(catalog, question, intervals.value, today))
      .toSorted(urgency),
    trials: [...catalog.trials.values()].map((trial) => trialState(trial, intervals.value, today)),
    studies: overdue([...catalog.studies.values()], study, today),
    guidelines: overdue(catalog.guidelines, guideline, today),
    knowledge: catalog.version,
  });
}

/**
 * One question as it stands on a day, to be shown wherever its numbers are.
 *
 * @refuses as freshness
 */
export function questionFreshness(catalog: Catalog, question: Question, today: PlainDate): Result<QuestionState> {
  const intervals = intervalsOf(catalog, today);
  return intervals.ok ? ok(questionState(catalog, question, intervals.value, today)) : intervals;
}

function intervalsOf(catalog: Catalog, today: PlainDate): Result<Intervals> {
  if (!isPlainDate(today)) return refuse("invalid", "today", [today]);
  const found: Partial<Record<ReviewInterval["of"], ReviewInterval>> = {};
  for (const kind of ["question-search", "registered-trial", "study", "guideline"] as const) {
    const interval = intervalOf(catalog, kind);
    if (!interval.ok) return interval;
    found[kind] = interval.value;
  }
  return ok(found as Intervals);
}

function questionState(catalog: Catalog, question: Question, intervals: Intervals, today: PlainDate): QuestionState {
  const { id, asks, lastSearched } = question;
  const trials = trialsOf(catalog, question).map((trial) => trialState(trial, intervals, today));
  return { id, asks: asks.en, ...dueOf(lastSearched, intervals["question-search"], today), trials };
}

function trialState(trial: Trial, intervals: Intervals, today: PlainDate): TrialState {
  const { id, number, name = null, status, study = null, lastChecked } = trial;
  const due = dueOf(lastChecked, intervals["registered-trial"], today);
  return { id, number, name, status, running: isRunning(trial), study, notes: trialNotes(trial, today), ...due };
}

const URGENCY: Record<State, number> = { stale: 0, "dated-ahead": 1, "due-soon": 2, fresh: 3 };
const urgency = (a: Due, b: Due): number => URGENCY[a.state] - URGENCY[b.state] || a.due.localeCompare(b.due);

function overdue(
  entries: readonly { readonly id: string; readonly stillValidOn: PlainDate }[],
  interval: ReviewInterval,
  today: PlainDate,
) {
  const all = entries.map(({ id, stillValidOn }): Overdue => ({ id, ...dueOf(stillValidOn, interval, today) }));
  return { total: entries.length, overdue: all.filter(({ state }) => state !== "fresh").toSorted(urgency) };
}
