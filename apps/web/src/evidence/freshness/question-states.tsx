import type { FreshnessPage } from "@calcar/contract";
import { Link } from "@tanstack/react-router";
import { useDates, useT } from "../../messages/messages.tsx";
import type { QuestionState, TrialState } from "./shapes.ts";
import { StateWord } from "./state-word.tsx";
import { TrialName } from "./trial-name.tsx";

/** Every question with when it was searched and when that runs out, the most urgent first. */
export function QuestionStates({ questions, trials }: Pick<FreshnessPage, "questions" | "trials">) {
  const t = useT();
  const running = new Map(trials.filter((trial) => trial.running).map((trial) => [trial.id, trial]));
  return (
    <section className="section-rule may-break grid grid-cols-1 gap-2">
      <h2>{t("evidence.fresh.questions")}</h2>
      <ul className="ledger [&>:first-child]:border-t-0">
        {questions.map((question) => (
          <Line key={question.id} question={question} running={question.trials.flatMap((id) => running.get(id) ?? [])} />
        ))}
      </ul>
    </section>
  );
}

function Line({ question, running }: { readonly question: QuestionState; readonly running: readonly TrialState[] }) {
  const t = useT();
  const { day } = useDates();
  const { id, asks, last, due, state } = question;
  return (
    <li className="grid gap-x-8 gap-y-1 text-sm md:grid-cols-[minmax(0,1fr)_15rem_13rem]">
      <p>
        <Link to="/evidence/questions/$id" params={{ id }} className="text-base">
          {asks}
        </Link>{" "}
        <span className="note">{id}</span>
      </p>
      <p>
        <StateWord state={state} />{" "}
        <span className="text-muted">{t("evidence.fresh.searchedUntil", { last: day(last), due: day(due) })}</span>
      </p>
      <TrialsRunning trials={running} />
    </li>
  );
}

function TrialsRunning({ trials }: { readonly trials: readonly TrialState[] }) {
  const t = useT();
  if (trials.length === 0) return <p className="text-muted">{t("evidence.fresh.noTrial")}</p>;
  return (
    <div className="flex flex-wrap gap-x-2 md:block">
      <p className="text-muted">{t("evidence.fresh.running")}</p>
      <ul>
        {trials.map((trial) => (
          <li key={trial.id} className="pb-1">
            <TrialName trial={trial} />
          </li>
        ))}
      </ul>
    </div>
  );
}
