import type { TrialsPage } from "@calcar/contract";
import { Link } from "@tanstack/react-router";
import { useDates, useT } from "../../messages/messages.tsx";
import { StateWord } from "../freshness/state-word.tsx";
import { usePartialDate } from "../freshness/use-partial-date.ts";
import { GroundNote } from "../ground-note.tsx";
import { Stated } from "../not-stated.tsx";
import type { Sources } from "../shapes.ts";
import { type Term, TermList } from "../term-list.tsx";
import { QuestionLinks } from "./question-links.tsx";

export type TrialRow = TrialsPage["trials"][number];

interface TrialEntryProps {
  readonly row: TrialRow;
  readonly sources: Sources;
}

/** One registered trial as its register tells it. It holds no result. */
export function TrialEntry({ row, sources }: TrialEntryProps) {
  const { trial, state } = row;
  const terms = useTerms(row);
  return (
    <li id={trial.id} className="grid grid-cols-1 gap-2 target:bg-accent-soft">
      <h3 className="measure">
        {trial.name === undefined ? trial.number : `${trial.name} (${trial.number})`}
        <span className="note block font-normal">{trial.title}</span>
      </h3>
      <TermList terms={terms} />
      {state.notes.length === 0 && trial.note === undefined ? null : (
        <ul className="note measure list-disc ps-5">
          {[...state.notes, ...(trial.note === undefined ? [] : [trial.note])].map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <div className="text-sm">
        {trial.grounds.map((ground) => (
          <GroundNote key={`${ground.source} ${ground.at ?? ""}`} ground={ground} sources={sources} />
        ))}
      </div>
    </li>
  );
}

/** What its register tells of a trial, in the order in which a reader asks. */
function useTerms({ trial, state, questions }: TrialRow): Term[] {
  const t = useT();
  const date = usePartialDate();
  const { day } = useDates();
  const { disease, phase, designClass, doubleBlind, intervention, comparator, planned, status, statusAsPrinted, followUp, looksAt } = trial;
  const design = t(`evidence.design.${designClass}`);
  const condition = t(`evidence.disease.${disease}`);
  const until = (value: string | null) => <Stated>{value === null ? undefined : date(value)}</Stated>;
  return [
    { term: t("evidence.trials.about"), says: phase === undefined ? condition : `${condition}, ${t(`evidence.phase.${phase}`)}` },
    { term: t("evidence.trials.design"), says: doubleBlind ? t("evidence.study.doubleBlind", { design }) : design },
    { term: t("evidence.trials.intervention"), says: intervention },
    { term: t("evidence.trials.comparator"), says: comparator ?? t("evidence.trials.noComparator") },
    {
      term: t("evidence.fresh.planned"),
      says: <Stated>{planned === undefined ? undefined : t("evidence.count.patients", { n: planned })}</Stated>,
    },
    { term: t("evidence.fresh.status"), says: <Status status={t(`evidence.trialStatus.${status}`)} printed={statusAsPrinted} /> },
    { term: t("evidence.trials.start"), says: until(state.start) },
    { term: t(state.running ? "evidence.fresh.ends" : "evidence.trials.ended"), says: until(state.completion) },
    { term: t("evidence.study.followUpTerm"), says: <Stated>{followUp}</Stated> },
    { term: t("evidence.trials.looksAt"), says: <Stated>{looksAt?.map((what) => what.replaceAll("-", " ")).join(", ")}</Stated> },
    { term: t("evidence.trials.report"), says: <Report study={state.study} /> },
    { term: t("evidence.fresh.couldAnswer"), says: <QuestionLinks ids={questions} /> },
    {
      term: t("evidence.trials.lookedAt"),
      says: (
        <>
          {t("evidence.fresh.lookedAt", { last: day(state.last), due: day(state.due) })} <StateWord state={state.state} />
        </>
      ),
    },
  ];
}

function Status({ status, printed }: { readonly status: string; readonly printed: string | undefined }) {
  const t = useT();
  return (
    <>
      {status}
      {printed === undefined ? null : <span className="note block">{t("evidence.trials.printed", { printed })}</span>}
    </>
  );
}

function Report({ study }: { readonly study: string | null }) {
  const t = useT();
  if (study === null) return t("evidence.trials.noReport");
  return (
    <Link to="/evidence/studies/$id" params={{ id: study }}>
      {study}
    </Link>
  );
}
