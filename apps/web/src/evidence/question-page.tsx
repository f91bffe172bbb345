import type { QuestionAnswer } from "@calcar/contract";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { questionQuery } from "../api/queries.ts";
import { Page } from "../design/page.tsx";
import { type MessageKey, useT } from "../messages/messages.tsx";
import { AnswerSentence } from "./answer-sentence.tsx";
import { AnswerTable } from "./answer-table.tsx";
import { CertaintyTable } from "./certainty-table.tsx";
import { ChangeTable } from "./change-table.tsx";
import { EffectTable } from "./effect-table.tsx";
import { EvidenceNav } from "./evidence-nav.tsx";
import { FreshnessLine } from "./freshness/freshness-line.tsx";
import { KnowledgeNote } from "./knowledge-note.tsx";
import { LeaveOneOut } from "./leave-one-out.tsx";
import { PerThousand } from "./per-thousand.tsx";
import { PoolControls } from "./pool-controls.tsx";
import type { PoolSearch } from "./pool-search.ts";
import { QuestionFigure } from "./question-figure.tsx";
import { ReasonsTable } from "./reasons-table.tsx";
import type { ChangeSeries, NothingDirect, Pooled, ProportionAnswer } from "./shapes.ts";
import { Spread } from "./spread.tsx";
import { Cautions, Standing } from "./standing.tsx";
import { WidenControls } from "./widen-controls.tsx";

export function QuestionPage() {
  const t = useT();
  const { id } = useParams({ from: "/signed-in/reading/evidence/questions/$id" });
  const choice = useSearch({ from: "/signed-in/reading/evidence/questions/$id" });
  const { data: answer } = useSuspenseQuery(questionQuery(id, choice));
  const navigate = useNavigate({ from: "/evidence/questions/$id" });
  const choose = (search: PoolSearch): void => void navigate({ search, replace: true, resetScroll: false });
  const kicker = t(KICKERS[answer.kind], { id: answer.question });
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
        <Parts answer={answer} choice={choice} choose={choose} />
        {answer.kind === "nothing-direct" ? null : <CertaintyTable certainty={answer.certainty} />}
        <WidenControls choice={choice} onChoose={choose} />
        <Refused answer={answer} />
        <FreshnessLine question={answer.question} />
        <KnowledgeNote version={answer.knowledge} />
      </div>
    </Page>
  );
}

const KICKERS = {
  effect: "evidence.question.effectKicker",
  change: "evidence.question.changeKicker",
  proportion: "evidence.question.proportionKicker",
  "nothing-direct": "evidence.question.nothingKicker",
} as const satisfies Record<QuestionAnswer["kind"], MessageKey>;

interface Chosen {
  readonly choice: PoolSearch;
  readonly choose: (search: PoolSearch) => void;
}

/** What a page shows between the sentence and the certainty, by the kind of answer. */
function Parts({ answer, choice, choose }: Chosen & { readonly answer: QuestionAnswer }) {
  switch (answer.kind) {
    case "effect":
      return (
        <>
          <QuestionFigure answer={answer} tableBelow />
          <EffectParts answer={answer} choice={choice} choose={choose} />
        </>
      );
    case "change":
      return (
        <>
          <QuestionFigure answer={answer} tableBelow />
          <ChangeParts answer={answer} />
        </>
      );
    case "proportion":
    case "nothing-direct":
      return <PlainParts answer={answer} />;
  }
}

/** An answer without a figure: its table, then every caution. */
function PlainParts({ answer }: { readonly answer: ProportionAnswer | NothingDirect }) {
  const t = useT();
  const isCounted = answer.kind === "proportion";
  return (
    <>
      <section className="section-rule grid grid-cols-1 gap-3">
        <h2>{t(isCounted ? "evidence.question.counted" : "evidence.question.nearest")}</h2>
        <AnswerTable answer={answer} caption={t(isCounted ? "evidence.question.countedCaption" : "evidence.question.nearestCaption")} />
      </section>
      <Cautions warnings={answer.warnings} />
    </>
  );
}

/** Who came near and is not in the answer, with every reason. */
function Refused({ answer: { refused, elsewhere } }: { readonly answer: QuestionAnswer }) {
  const t = useT();
  return (
    <section className="section-rule grid grid-cols-1 gap-3">
      <h2>{t("evidence.question.refused")}</h2>
      <p className="measure">{t("evidence.question.refusedExplain", { elsewhere })}</p>
      {refused.length === 0 ? null : (
        <ReasonsTable studies={refused} caption={t("evidence.question.refusedCaption")} why="evidence.question.refusedWhy" />
      )}
    </section>
  );
}

function EffectParts({ answer, choice, choose }: Chosen & { readonly answer: Pooled }) {
  const t = useT();
  const { without: _, ...methods } = choice;
  const { widen } = choice;
  const whole = useQuery(questionQuery(answer.question, widen ? { widen } : {})).data; // with every study, so that one can be taken back in
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
      <PerThousand answer={answer} />
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
