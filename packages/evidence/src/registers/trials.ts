import type { Catalog } from "@calcar/catalog";
import type { Question, Trial } from "@calcar/catalog/schema";
import { askedOf } from "./asked.ts";

const RUNNING: readonly Trial["status"][] = ["not-yet-recruiting", "recruiting", "active-not-recruiting"];

export const isRunning = ({ status }: Trial): boolean => RUNNING.includes(status);

/** Registered trials that could answer a question: those whose population, route, design and comparator it admits. */
export const trialsOf = (catalog: Catalog, question: Question): Trial[] =>
  [...catalog.trials.values()].filter((trial) => isAdmitted(trial, question));

/** Those of them that run or are about to. */
export const trialsRunning = (catalog: Catalog, question: Question): Trial[] => trialsOf(catalog, question).filter(isRunning);

/** Registered trials that ended, or stopped, without a report on file: what a pool may be missing. */
export const trialsUnreported = (catalog: Catalog, question: Question): Trial[] =>
  trialsOf(catalog, question).filter((trial) => !isRunning(trial) && trial.study === undefined);

function isAdmitted(trial: Trial, question: Question): boolean {
  const { joints, diseases, phases } = askedOf(question);
  const { intervention, design } = question.admits;
  const comparators = "comparator" in question.admits ? question.admits.comparator.classes : undefined;
  return (
    joints.includes(trial.joint) &&
    diseases.includes(trial.disease) &&
    (phases === undefined || trial.phase === undefined || phases.includes(trial.phase)) &&
    intervention.role === trial.role &&
    intervention.route.includes(trial.routeClass) &&
    (intervention.products === undefined || trial.productClass === undefined || intervention.products.includes(trial.productClass)) &&
    design.classes.includes(trial.designClass) &&
    (comparators === undefined || (trial.controlClass !== undefined && comparators.includes(trial.controlClass)))
  );
}

/** What a reader must be told about where a trial stands, on a given day. */
export function trialNotes(trial: Trial, today: string): string[] {
  const { status, start, completion, registerUpdated, study, resultsPosted } = trial;
  return [
    ...(status === "not-yet-recruiting" && start !== undefined && isPast(start, today)
      ? [`was to start on ${start}; the entry that was read still says not yet recruiting`]
      : []),
    ...(isRunning(trial) && completion !== undefined && isPast(completion, today)
      ? [`was to end on ${completion}; the entry that was read does not say that it did`]
      : []),
    ...(registerUpdated === undefined ? [] : [`the entry was last changed on ${registerUpdated}, as far as the copy that was read shows`]),
    ...(!isRunning(trial) && study === undefined ? ["no report of it is on file"] : []),
    ...(resultsPosted === undefined ? [] : [`results posted in the register on ${resultsPosted}`]),
  ];
}

/** A year or a month is past when its last day is. */
const isPast = (date: string, today: string): boolean => `${date}-99-99`.slice(0, 10) < today;
