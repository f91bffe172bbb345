import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { freshnessQuery } from "../../api/queries.ts";
import { Page } from "../../design/page.tsx";
import { useDates, useT } from "../../messages/messages.tsx";
import { EvidenceNav } from "../evidence-nav.tsx";
import { KnowledgeNote } from "../knowledge-note.tsx";
import { DueForReview } from "./due-for-review.tsx";
import { ExpectedTrials } from "./expected-trials.tsx";
import { QuestionStates } from "./question-states.tsx";

/** What is stale, what is due, and which registered trials may change an answer. Computed for today; nothing is typed in. */
export function FreshnessPageView() {
  const t = useT();
  const { day } = useDates();
  const { today, questions, trials, studies, guidelines, intervals, knowledge } = useSuspenseQuery(freshnessQuery).data;
  const inState = (wanted: string) => questions.filter(({ state }) => state === wanted).length;
  const lead = t("evidence.fresh.lead", {
    date: day(today),
    total: questions.length,
    stale: inState("stale") + inState("dated-ahead"),
    soon: inState("due-soon"),
    running: trials.filter(({ running }) => running).length,
  });
  return (
    <Page area="evidence" title={t("evidence.fresh.title")} lead={lead} kicker={<EvidenceNav />}>
      <div className="grid grid-cols-1 gap-12">
        <QuestionStates questions={questions} trials={trials} />
        <ExpectedTrials questions={questions} trials={trials} />
        <DueForReview studies={studies} guidelines={guidelines} trials={trials} />
        <section className="section-rule grid grid-cols-1 gap-3">
          <h2>{t("evidence.fresh.searches")}</h2>
          <p className="measure">
            {t("evidence.fresh.searchesExplain")} <Link to="/evidence/searches">{t("evidence.fresh.searchesLink")}</Link>
          </p>
        </section>
        <section className="section-rule grid grid-cols-1 gap-3">
          <h2>{t("evidence.fresh.intervals")}</h2>
          <ul className="measure list-disc ps-5">
            {intervals.map(({ of, days, soonDays, why }) => (
              <li key={of}>
                {t(`evidence.fresh.interval.${of}`, { days, soonDays })} {why}
              </li>
            ))}
          </ul>
        </section>
        <KnowledgeNote version={knowledge} />
      </div>
    </Page>
  );
}
