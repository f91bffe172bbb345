import type { FreshnessPage } from "@calcar/contract";
import { TableFrame } from "../../design/table-frame.tsx";
import { useT } from "../../messages/messages.tsx";
import { NotStated } from "../not-stated.tsx";
import type { QuestionState, TrialState } from "./shapes.ts";
import { TrialName } from "./trial-name.tsx";
import { usePartialDate } from "./use-partial-date.ts";

/** The trials that run, the soonest to end first: what is expected to change an answer, and when. */
export function ExpectedTrials({ questions, trials }: Pick<FreshnessPage, "questions" | "trials">) {
  const t = useT();
  const expected = trials.filter(({ running }) => running).toSorted((a, b) => (a.completion ?? "9").localeCompare(b.completion ?? "9"));
  return (
    <section className="section-rule may-break grid grid-cols-1 gap-3">
      <h2>{t("evidence.fresh.expected")}</h2>
      <p className="measure">{t("evidence.fresh.expectedExplain")}</p>
      <TableFrame caption={t("evidence.fresh.expected")} hideCaption>
        <thead>
          <tr>
            <th scope="col">{t("evidence.fresh.trial")}</th>
            <th scope="col">{t("evidence.fresh.status")}</th>
            <th scope="col">{t("evidence.fresh.planned")}</th>
            <th scope="col">{t("evidence.fresh.ends")}</th>
            <th scope="col">{t("evidence.fresh.couldAnswer")}</th>
          </tr>
        </thead>
        <tbody>
          {expected.map((trial) => (
            <Row key={trial.id} trial={trial} questions={questions.filter((question) => question.trials.includes(trial.id))} />
          ))}
        </tbody>
      </TableFrame>
    </section>
  );
}

function Row({ trial, questions }: { readonly trial: TrialState; readonly questions: readonly QuestionState[] }) {
  const t = useT();
  const date = usePartialDate();
  const { title, status, planned, completion, notes } = trial;
  return (
    <tr>
      <th scope="row" className="min-w-64">
        <TrialName trial={trial} />
        <span className="note block font-normal">{title}</span>
      </th>
      <td className="min-w-36">
        {t(`evidence.trialStatus.${status}`)}
        {notes.map((note) => (
          <span key={note} className="note block">
            {note}
          </span>
        ))}
      </td>
      <td className="number">{planned === null ? <NotStated /> : t("evidence.count.patients", { n: planned })}</td>
      <td className="number">{completion === null ? <NotStated /> : date(completion)}</td>
      <td className="min-w-48">
        {questions.length === 0 ? (
          <span className="text-muted">{t("evidence.fresh.noQuestion")}</span>
        ) : (
          questions.map(({ id }) => id).join(", ")
        )}
      </td>
    </tr>
  );
}
