import type { EvaluationSummary, Overview } from "@calcar/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { factsQuery, overviewQuery } from "../api/queries.ts";
import { Page } from "../design/page.tsx";
import { Text, useDates, useT } from "../messages/messages.tsx";
import { EvaluationLine } from "../registry/evaluation-line.tsx";

export function OverviewPage() {
  const t = useT();
  const { data } = useSuspenseQuery(overviewQuery);
  const form = useSuspenseQuery(factsQuery).data;
  const facts = form.groups.reduce((sum, group) => sum + group.facts.length, 0);
  const open = data.evaluations.filter(({ lastAnswer }) => lastAnswer === null);
  const answered = data.evaluations.filter(({ lastAnswer }) => lastAnswer !== null);
  return (
    <Page area="overview" title={t("overview.title")} lead={t("overview.lead")}>
      <div className="grid gap-12">
        <Link to="/evaluate" className="button justify-self-start">
          {t("overview.evaluate")}
        </Link>
        <div className="page-grid grid gap-12 lg:grid-cols-[minmax(0,1fr)_18rem] lg:gap-16">
          <div className="grid content-start gap-12">
            <Evaluations title={t("overview.open")} none={t("overview.noneOpen")} evaluations={open} facts={facts} />
            {answered.length === 0 ? null : <Evaluations title={t("overview.answered")} none="" evaluations={answered} facts={facts} />}
            {data.counts.evaluations > data.evaluations.length ? (
              <p className="note">
                {t("overview.latestOnly", { shown: data.evaluations.length, total: data.counts.evaluations })}{" "}
                <Link to="/hips">{t("overview.allHips")}</Link>
              </p>
            ) : null}
          </div>
          <aside className="grid content-start gap-10">
            <Counts counts={data.counts} />
            <KnowledgeState knowledge={data.knowledge} />
          </aside>
        </div>
      </div>
    </Page>
  );
}

interface EvaluationsProps {
  readonly title: string;
  readonly none: string;
  readonly evaluations: readonly EvaluationSummary[];
  readonly facts: number;
}

function Evaluations({ title, none, evaluations, facts }: EvaluationsProps) {
  return (
    <section className="section-rule grid gap-3">
      <h2>{title}</h2>
      {evaluations.length === 0 ? (
        <p className="text-muted">{none}</p>
      ) : (
        <ul className="ledger">
          {evaluations.map((evaluation) => (
            <EvaluationLine key={evaluation.id} evaluation={evaluation} facts={facts} named />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Numbers inside their sentences: no count stands without what it counts. */
function Counts({ counts }: { readonly counts: Overview["counts"] }) {
  const t = useT();
  return (
    <section className="section-rule grid gap-2">
      <h2>{t("overview.counts")}</h2>
      <p>{t("overview.hips", counts)}</p>
      <p>{t("overview.unanswered", counts)}</p>
    </section>
  );
}

function KnowledgeState({ knowledge }: { readonly knowledge: Overview["knowledge"] }) {
  const t = useT();
  const { day } = useDates();
  return (
    <section className="section-rule grid gap-2">
      <h2>{t("overview.knowledge")}</h2>
      <p>
        <Text k="overview.rests" values={knowledge} />
      </p>
      <p>{t("overview.oldestCheck", { date: day(knowledge.oldestCheck) })}</p>
      <p className="note">
        {t("overview.version")} <code className="break-all">{knowledge.version}</code>
      </p>
    </section>
  );
}
