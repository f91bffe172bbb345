import type { FreshnessPage } from "@calcar/contract";
import { useT } from "../../messages/messages.tsx";
import { Stated } from "../not-stated.tsx";
import { QuestionLinks } from "../registers/question-links.tsx";
import { TermList } from "../term-list.tsx";
import type { QuestionState, TrialState } from "./shapes.ts";
import { TrialName } from "./trial-name.tsx";
import { usePartialDate } from "./use-partial-date.ts";

/** The trials that run, the soonest to end first: what is expected to change an answer, and when. */
export function ExpectedTrials({ questions, trials }: Pick<FreshnessPage, "questions" | "trials">) {
  const t = useT();
  const expected = trials.filter(({ running }) => running).toSorted((a, b) => (a.completion ?? "9").localeCompare(b.completion ?? "9"));
  return (
    <section className="section-rule may-break grid grid-cols-1 gap-2">
      <h2>{t("evidence.fresh.expected")}</h2>
      <p className="measure">{t("evidence.fresh.expectedExplain")}</p>
      <ul className="ledger">
        {expected.map((trial) => (
          <Expected key={trial.id} trial={trial} questions={questions.filter((question) => question.trials.includes(trial.id))} />
        ))}
      </ul>
    </section>
  );
}

function Expected({ trial, questions }: { readonly trial: TrialState; readonly questions: readonly QuestionState[] }) {
  const t = useT();
  const date = usePartialDate();
  const { title, status, planned, completion, notes } = trial;
  const terms = [
    { term: t("evidence.fresh.ends"), says: <Stated>{completion === null ? undefined : date(completion)}</Stated> },
    { term: t("evidence.fresh.status"), says: [t(`evidence.trialStatus.${status}`), ...notes].join("; ") },
    {
      term: t("evidence.fresh.planned"),
      says: <Stated>{planned === null ? undefined : t("evidence.count.patients", { n: planned })}</Stated>,
    },
    { term: t("evidence.fresh.couldAnswer"), says: <QuestionLinks ids={questions.map(({ id }) => id)} /> },
  ];
  return (
    <li className="grid gap-x-8 gap-y-1 lg:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]">
      <div>
        <TrialName trial={trial} />
        <p className="note">{title}</p>
      </div>
      <TermList terms={terms} />
    </li>
  );
}
