import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { questionQuery } from "../api/queries.ts";
import { Page } from "../design/page.tsx";
import { useT } from "../messages/messages.tsx";
import { AnswerSentence } from "./answer-sentence.tsx";
import { CertaintyTable } from "./certainty-table.tsx";
import { ChangeTable } from "./change-table.tsx";
import { EffectTable } from "./effect-table.tsx";
import { EvidenceNav } from "./evidence-nav.tsx";
import { KnowledgeNote } from "./knowledge-note.tsx";
import { LeaveOneOut } from "./leave-one-out.tsx";
import { PoolControls } from "./pool-controls.tsx";
import type { PoolSearch } from "./pool-search.ts";
import { QuestionFigure } from "./question-figure.tsx";
import type { ChangeSeries, Pooled } from "./shapes.ts";
import { Spread } from "./spread.tsx";
import { Cautions, Standing } from "./standing.tsx";

export function QuestionPage() {
  const t = useT();
  const { id } = useParams({ from: "/signed-in/evidence/questions/$id" });
  const choice = useSearch({ from: "/signed-in/evidence/questions/$id" });
  const { data: answer } = useSuspenseQuery(questionQuery(id, choice));
  const kicker = t(answer.kind === "effect" ? "evidence.question.effectKicker" : "evidence.question.changeKicker", { id: answer.question });
  return (
    <Page
      area="evidence"
      title={answer.asks}
      kicker={<EvidenceNav>{kicker}</EvidenceNav>}
      lead={
        <p aria-live="polite">
          <AnswerSentence answer={answer} />
        </p>
      }
    >
      <div className="grid grid-cols-1 gap-12">
        <Standing answer={answer} choice={choice} />
        <QuestionFigure answer={answer} tableBelow />
        {answer.kind === "effect" ? <EffectParts answer={answer} choice={choice} /> : <ChangeParts answer={answer} />}
        <CertaintyTable certainty={answer.certainty} />
        <KnowledgeNote version={answer.knowledge} />
      </div>
    </Page>
  );
}

function EffectParts({ answer, choice }: { readonly answer: Pooled; readonly choice: PoolSearch }) {
  const t = useT();
  const { without: _, ...methods } = choice;
  const whole = useQuery(questionQuery(answer.question)).data; // with every study, so that one can be taken back in
  const navigate = useNavigate({ from: "/evidence/questions/$id" });
  const choose = (search: PoolSearch): void => void navigate({ search, replace: true, resetScroll: false });
  const toggle = (study: string): void => {
    const others = answer.without.includes(study) ? answer.without.filter((id) => id !== study) : [...answer.without, study];
    choose(others.length === 0 ? methods : { ...methods, without: others });
  };
  return (
    <>
      <PoolControls choice={choice} onChoose={choose} />
      <Cautions warnings={answer.warnings} />
      <section className="section-rule grid grid-cols-1 gap-3">
        <h2>{t("evidence.question.studies")}</h2>
        <EffectTable
          answer={answer}
          caption={t("evidence.question.studiesCaption")}
          picker={{ all: whole?.kind === "effect" ? whole.studies : answer.studies, toggle }}
        />
      </section>
      <LeaveOneOut answer={answer} />
      <Spread answer={answer} />
    </>
  );
}

function ChangeParts({ answer }: { readonly answer: ChangeSeries }) {
  const t = useT();
  return (
    <>
      <Cautions warnings={answer.warnings} />
      <section className="section-rule grid grid-cols-1 gap-3">
        <h2>{t("evidence.question.series")}</h2>
        <ChangeTable answer={answer} caption={t("evidence.question.seriesCaption")} />
      </section>
    </>
  );
}
