import type { FreshnessPage } from "@calcar/contract";
import { Link } from "@tanstack/react-router";
import { TableFrame } from "../../design/table-frame.tsx";
import { useDates, useT } from "../../messages/messages.tsx";
import type { QuestionState, TrialState } from "./shapes.ts";
import { StateWord } from "./state-word.tsx";
import { TrialName } from "./trial-name.tsx";

/** Every question with when it was searched and when that runs out, the most urgent first. */
export function QuestionStates({ questions, trials }: Pick<FreshnessPage, "questions" | "trials">) {
  const t = useT();
  const running = new Map(trials.filter((trial) => trial.running).map((trial) => [trial.id, trial]));
  return (
    <section className="section-rule may-break grid grid-cols-1 gap-3">
      <h2>{t("evidence.fresh.questions")}</h2>
      <TableFrame caption={t("evidence.fresh.questions")} hideCaption>
        <thead>
          <tr>
            <th scope="col">{t("evidence.fresh.question")}</th>
            <th scope="col">{t("evidence.fresh.now")}</th>
            <th scope="col">{t("evidence.fresh.last")}</th>
            <th scope="col">{t("evidence.fresh.until")}</th>
            <th scope="col">{t("evidence.fresh.running")}</th>
          </tr>
        </thead>
        <tbody>
          {questions.map((question) => (
            <Row key={question.id} question={question} running={question.trials.flatMap((id) => running.get(id) ?? [])} />
          ))}
        </tbody>
      </TableFrame>
    </section>
  );
}

function Row({ question, running }: { readonly question: QuestionState; readonly running: readonly TrialState[] }) {
  const t = useT();
  const { day } = useDates();
  const { id, asks, last, due, state } = question;
  return (
    <tr>
      <th scope="row" className="min-w-64">
        <Link to="/evidence/questions/$id" params={{ id }}>
          {asks}
        </Link>{" "}
        <span className="note font-normal">{id}</span>
      </th>
      <td className="whitespace-nowrap">
        <StateWord state={state} />
      </td>
      <td className="number">{day(last)}</td>
      <td className="number">{day(due)}</td>
      <td className="min-w-40">
        {running.length === 0 ? (
          <span className="text-muted">{t("evidence.fresh.noTrial")}</span>
        ) : (
          <ul>
            {running.map((trial) => (
              <li key={trial.id}>
                <TrialName trial={trial} />
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}
