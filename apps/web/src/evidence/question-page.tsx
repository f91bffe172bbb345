import type { QuestionAnswer } from "@calcar/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { questionQuery } from "../api/queries.ts";
import { Page } from "../design/page.tsx";
import { type MessageKey, useT } from "../messages/messages.tsx";
import { AnswerSentence } from "./answer-sentence.tsx";
import { CertaintyTable } from "./certainty-table.tsx";
import { EvidenceNav } from "./evidence-nav.tsx";
import { FreshnessLine } from "./freshness/freshness-line.tsx";
import { KnowledgeNote } from "./knowledge-note.tsx";
import type { PoolSearch } from "./pool-search.ts";
import { QuestionParts } from "./question-parts.tsx";
import { ReasonsTable } from "./reasons-table.tsx";
import { QuestionPools } from "./registers/question-pools.tsx";
import { Standing } from "./standing.tsx";
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
        <QuestionParts answer={answer} choice={choice} choose={choose} />
        {answer.kind === "nothing-direct" ? null : <CertaintyTable certainty={answer.certainty} />}
        <WidenControls choice={choice} onChoose={choose} />
        <Refused answer={answer} />
        <QuestionPools question={answer.question} />
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

/** Who came near and is not in the answer, with every reason. */
function Refused({ answer: { refused, elsewhere } }: { readonly answer: QuestionAnswer }) {
  const t = useT();
  return (
    <section className="section-rule may-break grid grid-cols-1 gap-3">
      <h2>{t("evidence.question.refused")}</h2>
      <p className="measure">{t("evidence.question.refusedExplain", { elsewhere })}</p>
      {refused.length === 0 ? null : (
        <ReasonsTable studies={refused} caption={t("evidence.question.refusedCaption")} why="evidence.question.refusedWhy" />
      )}
    </section>
  );
}
