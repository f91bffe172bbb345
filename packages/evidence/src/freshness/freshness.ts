import type { Catalog } from "@calcar/catalog";
import { type Question, REVIEWED_KINDS, type ReviewInterval, type Trial } from "@calcar/catalog/schema";
import { isPlainDate, ok, type PlainDate, type Result, refuse } from "@calcar/vocabulary";
import { isRunning, trialNotes, trialsOf } from "../registers/trials.ts";
import { type Due, dueOf, intervalOf, type State } from "./due.ts";

/** A registered trial as it stands today: `state` is how fresh our look at the register is, not how the trial does. */
export interface TrialState extends Due {
  readonly id: string;
  readonly number: string;
  readonly name: string | null;
  readonly title: string;
  readonly planned: number | null; // patients
  readonly status: Trial["status"];
  readonly running: boolean;
  readonly start: string | null; // a year, a month or a day, as its register has it
  readonly completion: string | null; // as its register expects or states it
  readonly study: string | null; // its report on file
  readonly notes: readonly string[];
}

/** A question as it stands today: when it was last searched, what is due, and which trials run. */
export interface QuestionState extends Due {
  readonly id: string;
  readonly kind: Question["kind"];
  readonly asks: string;
  readonly trials: readonly TrialState[];
}

/** A study or guideline that is stale or soon will be. */
export interface Overdue extends Due {
  readonly id: string;
}

/** Everything of one kind that is to be looked at again. */
export interface Reviewed {
  readonly total: number;
  readonly next: PlainDate | null; // the earliest day on which one is due; null where there is none on file
  readonly overdue: readonly Overdue[];
}

export interface Freshness {
  readonly today: PlainDate;
  readonly questions: readonly QuestionState[]; // the most urgent first
  readonly trials: readonly TrialState[];
  readonly studies: Reviewed;
  readonly guidelines: Reviewed;
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
  for (const kind of REVIEWED_KINDS) {
    const interval = intervalOf(catalog, kind);
    if (!interval.ok) return interval;
    found[kind] = interval.value;
  }
  return ok(found as Intervals);
}

function questionState(catalog: Catalog, question: Question, intervals: Intervals, today: PlainDate): QuestionState {
  const { id, kind, asks, lastSearched } = question;
  const trials = trialsOf(catalog, question).map((trial) => trialState(trial, intervals, today));
  return { id, kind, asks: asks.en, ...dueOf(lastSearched, intervals["question-search"], today), trials };
}

function trialState(trial: Trial, intervals: Intervals, today: PlainDate): TrialState {
  const { id, number, name = null, title, planned = null, status, start = null, completion = null, study = null, lastChecked } = trial;
  const due = dueOf(lastChecked, intervals["registered-trial"], today);
  const told = { id, number, name, title, planned, status, running: isRunning(trial), start, completion, study };
  return { ...told, notes: trialNotes(trial, today), ...due };
}

const URGENCY: Record<State, number> = { stale: 0, "dated-ahead": 1, "due-soon": 2, fresh: 3 };
const urgency = (a: Due, b: Due): number => URGENCY[a.state] - URGENCY[b.state] || a.due.localeCompare(b.due);

function overdue(
  entries: readonly { readonly id: string; readonly stillValidOn: PlainDate }[],
  interval: ReviewInterval,
  today: PlainDate,
): Reviewed {
  const all = entries.map(({ id, stillValidOn }): Overdue => ({ id, ...dueOf(stillValidOn, interval, today) })).toSorted(urgency);
  const next = all.map(({ due }) => due).toSorted()[0] ?? null;
  return { total: entries.length, next, overdue: all.filter(({ state }) => state !== "fresh") };
}
