import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { questionQuery } from "../api/queries.ts";
import { Page } from "../design/page.tsx";
import { useDates, useT } from "../messages/messages.tsx";
import { AnswerSentence } from "./answer-sentence.tsx";
import { AnswerTable } from "./answer-table.tsx";
import { EvidenceNav } from "./evidence-nav.tsx";
import { KnowledgeNote } from "./knowledge-note.tsx";
import { QuestionFigure } from "./question-figure.tsx";

export function QuestionPage() {
  const t = useT();
  const { day } = useDates();
  const { id } = useParams({ from: "/signed-in/evidence/questions/$id" });
  const search = useSearch({ from: "/signed-in/evidence/questions/$id" });
  const { data: answer } = useSuspenseQuery(questionQuery(id, search));
  return (
    <Page
      area="evidence"
      title={answer.asks}
      lead={<AnswerSentence answer={answer} />}
      kicker={
        <EvidenceNav>
          <p>
            {t(answer.kind === "effect" ? "evidence.question.effectKicker" : "evidence.question.changeKicker", { id: answer.question })}
          </p>
        </EvidenceNav>
      }
    >
      <div className="grid grid-cols-1 gap-14">
        <p className="note">{t("evidence.question.population", { population: answer.population, date: day(answer.lastSearched) })}</p>
        <QuestionFigure answer={answer} />
        <section className="section-rule grid grid-cols-1 gap-3">
          <h2>{t("evidence.question.cautions")}</h2>
          <ul className="measure list-disc ps-5">
            {answer.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </section>
        <section className="section-rule grid grid-cols-1 gap-3">
          <h2>{t("evidence.question.studies")}</h2>
          <AnswerTable
            answer={answer}
            caption={t(answer.kind === "effect" ? "evidence.question.studiesCaption" : "evidence.question.seriesCaption")}
          />
        </section>
        <KnowledgeNote version={answer.knowledge} />
      </div>
    </Page>
  );
}
