import type { QuestionAnswer } from "@calcar/contract";
import { useQuery } from "@tanstack/react-query";
import { questionQuery } from "../api/queries.ts";
import { useT } from "../messages/messages.tsx";
import { AnswerTable } from "./answer-table.tsx";
import { EffectTable } from "./effect-table.tsx";
import { EffectFigures } from "./figure/effect-figures.tsx";
import { LeaveOneOut } from "./leave-one-out.tsx";
import { PoolControls } from "./pool-controls.tsx";
import type { FigureChoice, PoolSearch } from "./pool-search.ts";
import { QuestionFigure } from "./question-figure.tsx";
import { QuestionFindings } from "./question-findings.tsx";
import type { ChangeSeries, NothingDirect, Pooled, ProportionAnswer } from "./shapes.ts";
import { Spread } from "./spread.tsx";
import { Cautions } from "./standing.tsx";

export interface Chosen {
  readonly choice: PoolSearch;
  readonly choose: (search: PoolSearch) => void;
}

/** What a page shows between the sentence and the certainty, by the kind of answer. */
export function QuestionParts({ answer, ...chosen }: Chosen & { readonly answer: QuestionAnswer }) {
  switch (answer.kind) {
    case "effect":
      return <EffectParts answer={answer} {...chosen} />;
    case "change":
    case "proportion":
      return <SeriesParts answer={answer} />;
    case "nothing-direct":
      return <NothingParts answer={answer} />;
  }
}

function EffectParts({ answer, choice, choose }: Chosen & { readonly answer: Pooled }) {
  const { figure: _figure, by: _by, ...pooling } = choice;
  const show = (shown: FigureChoice): void => choose({ ...pooling, ...shown });
  return (
    <>
      <QuestionFindings answer={answer} />
      <EffectFigures answer={answer} choice={choice} onChoose={show} />
      <PoolControls choice={choice} onChoose={choose} />
      <Cautions warnings={answer.warnings} />
      <Studies answer={answer} choice={choice} choose={choose} />
      <LeaveOneOut answer={answer} />
      <Spread answer={answer} />
    </>
  );
}

/** The studies of a pool, each of which a reader can leave out and take back in. */
function Studies({ answer, choice, choose }: Chosen & { readonly answer: Pooled }) {
  const t = useT();
  const { without: _, ...methods } = choice;
  const { widen } = choice;
  const whole = useQuery(questionQuery(answer.question, widen ? { widen } : {})).data; // with every study, so that one can be taken back in
  const toggle = (study: string): void => {
    const others = answer.without.includes(study) ? answer.without.filter((id) => id !== study) : [...answer.without, study];
    choose(others.length === 0 ? methods : { ...methods, without: others });
  };
  return (
    <section className="section-rule grid grid-cols-1 gap-3">
      <h2>{t("evidence.question.studies")}</h2>
      <EffectTable
        answer={answer}
        caption={t("evidence.question.studiesCaption")}
        picker={{ all: whole?.kind === "effect" ? whole.studies : answer.studies, toggle }}
      />
    </section>
  );
}

function SeriesParts({ answer }: { readonly answer: ChangeSeries | ProportionAnswer }) {
  const t = useT();
  const isChange = answer.kind === "change";
  return (
    <>
      <QuestionFigure answer={answer} tableBelow />
      <Cautions warnings={answer.warnings} />
      <section className="section-rule grid grid-cols-1 gap-3">
        <h2>{t(isChange ? "evidence.question.series" : "evidence.question.counted")}</h2>
        <AnswerTable answer={answer} caption={t(isChange ? "evidence.question.seriesCaption" : "evidence.question.countedCaption")} />
      </section>
    </>
  );
}

function NothingParts({ answer }: { readonly answer: NothingDirect }) {
  const t = useT();
  return (
    <>
      <section className="section-rule grid grid-cols-1 gap-3">
        <h2>{t("evidence.question.nearest")}</h2>
        <AnswerTable answer={answer} caption={t("evidence.question.nearestCaption")} />
      </section>
      <Cautions warnings={answer.warnings} />
    </>
  );
}
