import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { useIntl } from "react-intl";
import { FigureFrame } from "../design/figure-frame.tsx";
import { useT } from "../messages/messages.tsx";
import { AnswerTable } from "./answer-table.tsx";
import { download } from "./download.ts";
import { type DrawnAnswer, figureFile } from "./draw-figure.ts";
import { figureWords } from "./figure-words.ts";
import { SearchedOn } from "./freshness/searched-on.tsx";
import { questionCsv } from "./question-csv.ts";
import { figuresQuery, QuestionPlot } from "./question-plot.tsx";

interface QuestionFigureProps {
  readonly answer: DrawnAnswer;
  readonly title?: string; // where it is not named by its outcome
  readonly level?: 2 | 3;
  readonly tableBelow?: boolean; // the page itself shows the same table: paper needs it once
}

/** The figure of a question: forest plot or before and after, what it shows and what it does not, its numbers, and copies to keep. */
export function QuestionFigure({ answer, title, level = 2, tableBelow = false }: QuestionFigureProps) {
  const t = useT();
  const named =
    title ?? t(answer.kind === "effect" ? "evidence.figure.effectTitle" : "evidence.figure.changeTitle", { outcome: answer.outcome });
  return (
    <FigureFrame
      title={named}
      level={level}
      plot={<QuestionPlot answer={answer} />}
      shows={answer.shows}
      doesNotShow={answer.doesNotShow}
      sources={<FigureSources answer={answer} />}
      downloads={<Downloads answer={answer} />}
      table={
        <details className={tableBelow ? "no-print" : undefined}>
          <summary>{t("evidence.figure.table")}</summary>
          <AnswerTable answer={answer} caption={named} />
        </details>
      }
    />
  );
}

function FigureSources({ answer }: { readonly answer: DrawnAnswer }) {
  const t = useT();
  const studies = new Map((answer.kind === "effect" ? answer.studies : answer.series).map(({ id, label }) => [id, label]));
  return (
    <>
      {t("evidence.figure.sources")}{" "}
      {[...studies].map(([id, label], index) => (
        <Fragment key={id}>
          {index === 0 ? null : ", "}
          <Link to="/evidence/studies/$id" params={{ id }}>
            {label}
          </Link>
        </Fragment>
      ))}
      {". "}
      <SearchedOn lastSearched={answer.lastSearched} freshUntil={answer.freshUntil} />
    </>
  );
}

function Downloads({ answer }: { readonly answer: DrawnAnswer }) {
  const t = useT();
  const intl = useIntl();
  const figures = useQuery(figuresQuery).data;
  const name = `calcar-${answer.question}-${answer.knowledge}`;
  return (
    <>
      {figures === undefined ? null : (
        <Download
          label={t("evidence.figure.svg")}
          onPress={() => download(`${name}.svg`, "image/svg+xml", figureFile(figures, answer, figureWords(figures.ENGLISH, intl)))}
        />
      )}
      <Download label={t("evidence.figure.csv")} onPress={() => download(`${name}.csv`, "text/csv;charset=utf-8", questionCsv(answer))} />
      <Download
        label={t("evidence.figure.json")}
        onPress={() => download(`${name}.json`, "application/json", JSON.stringify(answer, null, 2))}
      />
    </>
  );
}

function Download({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <button type="button" className="button button-plain button-small" onClick={onPress}>
      {label}
    </button>
  );
}
