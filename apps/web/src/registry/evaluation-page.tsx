import type { EvaluationRecord, FactForm } from "@calcar/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { evaluationQuery, factsQuery, sessionQuery } from "../api/queries.ts";
import { Page } from "../design/page.tsx";
import { AnswerName } from "../guidance/answer-name.tsx";
import { useDates, useLocalised, useT } from "../messages/messages.tsx";
import { ConflictPanel } from "./conflict-panel.tsx";
import { EvaluationDay } from "./evaluation-day.tsx";
import { factsById } from "./facts/fact-text.ts";
import { GroupNav } from "./group-nav.tsx";
import { GroupSection } from "./group-section.tsx";
import { useHipName } from "./hip-name.tsx";
import { useMissingFacts } from "./missing-facts.ts";
import { usePerson } from "./person.ts";
import { SaveLine } from "./save-line.tsx";
import { conflictRows } from "./saving/conflict.ts";
import { shown } from "./saving/save-state.ts";
import { useSaver } from "./saving/use-saver.ts";
import { SeeAnswer } from "./see-answer.tsx";

export function EvaluationPage() {
  const { id } = useParams({ from: "/signed-in/evaluations/$id" });
  const record = useSuspenseQuery({ ...evaluationQuery(id), refetchOnWindowFocus: false, refetchOnReconnect: false }).data;
  const form = useSuspenseQuery(factsQuery).data;
  const { user } = useSuspenseQuery(sessionQuery).data;
  return <Evaluation key={id} record={record} form={form} user={user.id} />;
}

interface EvaluationProps {
  readonly record: EvaluationRecord;
  readonly form: FactForm;
  readonly user: string;
}

function Evaluation({ record, form, user }: EvaluationProps) {
  const t = useT();
  const hipName = useHipName();
  const { saver, state } = useSaver(record, user);
  const stated = shown(state);
  const missing = useMissingFacts(state.record);
  const total = form.groups.reduce((sum, { facts }) => sum + facts.length, 0);
  const recorded = Object.keys(stated.facts).length;
  return (
    <Page
      area="evaluation"
      title={hipName(record.hip)}
      kicker={t("evaluation.kicker")}
      lead={t("evaluation.recorded", { recorded, total })}
    >
      {state.theirs === undefined ? (
        <div className="page-grid grid gap-10 lg:grid-cols-[15rem_minmax(0,1fr)] lg:gap-14">
          <div className="grid content-start gap-6 lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto lg:p-1">
            <GroupNav form={form} facts={stated.facts} />
            <NeededFacts form={form} missing={missing} />
          </div>
          <div className="grid content-start gap-12">
            <EvaluationDay asOf={stated.asOf} onChange={saver.editDay} />
            {form.groups.map((group) => (
              <GroupSection key={group.id} group={group} stated={stated} needed={missing ?? new Set()} onChange={saver.editFact} />
            ))}
            <EarlierAnswers record={state.record} />
            <div className="save-bar">
              <SaveLine state={state} onRetry={() => void saver.flush()} />
              <SeeAnswer saver={saver} knowledge={form.knowledge} />
            </div>
          </div>
        </div>
      ) : (
        <ConflictPanel
          rows={conflictRows(state.record, stated, state.theirs)}
          theirs={state.theirs}
          facts={factsById(form)}
          onResolve={saver.resolve}
        />
      )}
    </Page>
  );
}

/** What an answer still waits for, each a way to its place in the form. */
function NeededFacts({ form, missing }: { readonly form: FactForm; readonly missing: ReadonlySet<string> | undefined }) {
  const t = useT();
  const localised = useLocalised();
  if (missing === undefined) return null;
  const facts = form.groups.flatMap((group) => group.facts).filter(({ id }) => missing.has(id));
  return (
    <section className="border-t border-rule pt-2 text-sm">
      <h2 className="font-sans text-sm">{t("evaluation.stillNeeded", { count: facts.length })}</h2>
      <ul className="mt-1 grid gap-1">
        {facts.map(({ id, label }) => (
          <li key={id}>
            <a href={`#fact-${id}`}>{localised(label)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function EarlierAnswers({ record }: { readonly record: EvaluationRecord }) {
  const t = useT();
  const { instant } = useDates();
  const person = usePerson();
  if (record.answers.length === 0) return null;
  return (
    <section className="section-rule grid gap-2">
      <h2>{t("evaluation.earlier")}</h2>
      <ul className="ledger">
        {record.answers.map(({ id, answer, answeredAt, answeredBy, version }) => (
          <li key={id} className="flex flex-wrap gap-x-6">
            <Link to="/answers/$id" params={{ id }}>
              <AnswerName answer={answer} />
            </Link>
            <span className="note">{t("evaluation.answeredAt", { time: instant(answeredAt), by: person(answeredBy) })}</span>
            {version === record.version ? null : <span className="note">{t("evaluation.changedSince")}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
