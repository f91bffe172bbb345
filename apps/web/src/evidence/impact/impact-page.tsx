import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { impactQuery } from "../../api/queries.ts";
import { Page } from "../../design/page.tsx";
import { useT } from "../../messages/messages.tsx";
import { EvidenceNav } from "../evidence-nav.tsx";
import { KnowledgeNote } from "../knowledge-note.tsx";
import { Leanings } from "./leanings.tsx";
import { MovedQuestions } from "./moved-questions.tsx";

/** Everything that moves when one study changes: the numbers first, then what shows them or cites it. */
export function ImpactPageView() {
  const t = useT();
  const { id } = useParams({ from: "/signed-in/reading/evidence/studies/$id/impact" });
  const { study, label, title, questions, otherReports, knowledge, ...leaning } = useSuspenseQuery(impactQuery(id)).data;
  return (
    <Page
      area="evidence"
      title={t("evidence.impact.title", { study: label })}
      lead={t("evidence.impact.lead")}
      kicker={
        <EvidenceNav>
          <Link to="/evidence/studies/$id" params={{ id: study }}>
            {title}
          </Link>
        </EvidenceNav>
      }
    >
      <div className="grid grid-cols-1 gap-12">
        <MovedQuestions study={study} questions={questions} />
        <Leanings leaning={leaning} />
        {otherReports.length === 0 ? null : (
          <section className="section-rule grid grid-cols-1 gap-3">
            <h2>{t("evidence.impact.otherReports")}</h2>
            <p className="measure">{t("evidence.impact.otherReportsExplain")}</p>
            <ul className="flex flex-wrap gap-x-5">
              {otherReports.map((other) => (
                <li key={other}>
                  <Link to="/evidence/studies/$id/impact" params={{ id: other }}>
                    {other}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )}
        <KnowledgeNote version={knowledge} />
      </div>
    </Page>
  );
}
