import type { Freshness, QuestionState, TrialState } from "@calcar/evidence";
import { wrap } from "./wrap.ts";

const STATE = { fresh: "fresh", "due-soon": "DUE SOON", stale: "STALE", "dated-ahead": "DATED AHEAD OF TODAY" } as const;

/** What is stale or due, question by question, with the trials that run; then studies and guidelines that nobody has looked at. */
export function freshnessText({ today, questions, trials, studies, guidelines }: Freshness): string {
  const stale = questions.filter(({ state }) => state !== "fresh").length;
  return `${[
    `On ${today}: ${questions.length} questions, ${stale} stale or due; ${trials.length} registered trials, ${trials.filter(({ running }) => running).length} running.`,
    "",
    ...questions.flatMap(question),
    "",
    "Registered trials",
    ...trials.flatMap(trialLines),
    "",
    overdue("Studies", studies),
    overdue("Guidelines", guidelines),
  ].join("\n")}\n`;
}

function question({ id, asks, last, due, state, trials }: QuestionState): string[] {
  const running = trials.filter((trial) => trial.running).map(({ name, number }) => (name === null ? number : `${name} (${number})`));
  return [
    `${id}  ${STATE[state]}: last searched ${last}, due ${due}`,
    `    ${wrap(asks, "    ")}`,
    `    running: ${running.join(", ") || "no registered trial"}`,
  ];
}

function trialLines({ number, name, planned, running, status, completion, last, due, state, study, notes }: TrialState): string[] {
  const told = [
    ...(planned === null ? [] : [`planned for ${planned} patients`]),
    ...(running ? [completion === null ? "expected end not stated" : `expected to end ${completion}`] : []),
    ...(study === null ? [] : [`report on file: ${study}`]),
    ...notes,
  ];
  return [
    `- ${name === null ? "" : `${name}, `}${number}: ${status.replaceAll("-", " ")}; looked at ${last}, ${STATE[state]}${state === "fresh" ? "" : ` since ${due}`}`,
    ...(told.length > 0 ? [`    ${wrap(told.join("; "), "    ")}`] : []),
  ];
}

const overdue = (what: string, { total, overdue: list }: Freshness["studies"]): string =>
  list.length === 0
    ? `${what}: all ${total} looked at in time.`
    : wrap(`${what}: ${list.length} of ${total} stale or due: ${list.map(({ id, due }) => `${id} (${due})`).join(", ")}`, "  ");
