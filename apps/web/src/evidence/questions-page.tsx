import type { Questions } from "@calcar/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { questionsQuery } from "../api/queries.ts";
import { Page } from "../design/page.tsx";
import { useT } from "../messages/messages.tsx";
import { EvidenceNav } from "./evidence-nav.tsx";
import { SearchedOn } from "./freshness/searched-on.tsx";
import { KnowledgeNote } from "./knowledge-note.tsx";

type QuestionLine = Questions["questions"][number];

export function QuestionsPage() {
  const t = useT();
  const { questions, knowledge } = useSuspenseQuery(questionsQuery).data;
  const answered = (wanted: QuestionLine["kind"]) => questions.filter(({ kind, k }) => kind === wanted && k > 0);
  return (
    <Page area="evidence" title={t("evidence.questions.title")} lead={t("evidence.questions.lead")} kicker={<EvidenceNav />}>
      <div className="grid gap-16">
        <Kind title={t("evidence.questions.effects")} explain={t("evidence.questions.effectsExplain")} questions={answered("effect")} />
        <Kind
          title={t("evidence.questions.proportions")}
          explain={t("evidence.questions.proportionsExplain")}
          questions={answered("proportion")}
        />
        <Kind title={t("evidence.questions.changes")} explain={t("evidence.questions.changesExplain")} questions={answered("change")} />
        <Kind
          title={t("evidence.questions.nothing")}
          explain={t("evidence.questions.nothingExplain")}
          questions={questions.filter(({ k }) => k === 0)}
        />
        <KnowledgeNote version={knowledge} />
      </div>
    </Page>
  );
}

interface KindProps {
  readonly title: string;
  readonly explain: string;
  readonly questions: readonly QuestionLine[];
}

function Kind({ title, explain, questions }: KindProps) {
  return (
    <section className="section-rule may-break grid gap-3">
      <h2>{title}</h2>
      <p className="measure">{explain}</p>
      <ul className="ledger mt-2">
        {questions.map((question) => (
          <Line key={question.id} question={question} />
        ))}
      </ul>
    </section>
  );
}

function Line({ question }: { readonly question: QuestionLine }) {
  const t = useT();
  const { id, kind, asks, population, outcome, k, lastSearched, freshUntil } = question;
  return (
    <li className="grid gap-x-8 gap-y-1 md:grid-cols-[minmax(0,1fr)_13rem]">
      <div className="grid gap-1">
        <h3 className="measure">
          <Link to="/evidence/questions/$id" params={{ id }} className="font-normal">
            {asks}
          </Link>
        </h3>
        <dl className="measure grid gap-x-3 text-sm sm:grid-cols-[6rem_minmax(0,1fr)]">
          <dt className="text-muted">{t("evidence.questions.population")}</dt>
          <dd>{population}</dd>
          <dt className="text-muted">{t("evidence.questions.outcome")}</dt>
          <dd>{outcome}</dd>
        </dl>
      </div>
      <div className="note md:pt-1">
        <p className="text-ink">{t(kind === "effect" || k === 0 ? "evidence.questions.k" : "evidence.questions.series", { k })}</p>
        <p>
          <SearchedOn lastSearched={lastSearched} freshUntil={freshUntil} />
        </p>
        <p>{id}</p>
      </div>
    </li>
  );
}
