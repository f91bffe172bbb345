import { Link } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import { FigureFrame } from "../design/figure-frame.tsx";
import { type MessageKey, useT } from "../messages/messages.tsx";
import type { Drawing, DrawnAnswer } from "./draw-figure.ts";
import { FigureDownloads } from "./figure/figure-downloads.tsx";
import { FigureNumbers, useIsDrawn } from "./figure/figure-numbers.tsx";
import { SearchedOn } from "./freshness/searched-on.tsx";
import { QuestionPlot } from "./question-plot.tsx";

interface QuestionFigureProps {
  readonly answer: DrawnAnswer;
  readonly drawing?: Drawing; // the figure of its kind when absent
  readonly numbers?: Drawing; // whose numbers stand below, where not those of what is drawn
  readonly title?: string; // where it is not named by its outcome
  readonly controls?: ReactNode; // above the drawing
  readonly level?: 2 | 3;
  readonly tableBelow?: boolean; // the page itself shows the same table: paper needs it once
}

const TITLES = {
  effect: "evidence.figure.effectTitle",
  change: "evidence.figure.changeTitle",
  proportion: "evidence.figure.proportionTitle",
} as const satisfies Record<DrawnAnswer["kind"], MessageKey>;

/** A figure of a question, what it shows and what it does not, its numbers, and copies to keep. */
export function QuestionFigure({
  answer,
  drawing = { answer },
  numbers = drawing,
  title,
  controls,
  level = 2,
  tableBelow = false,
}: QuestionFigureProps) {
  const t = useT();
  const isDrawn = useIsDrawn(numbers);
  const named = title ?? t(TITLES[answer.kind], { outcome: answer.outcome });
  return (
    <FigureFrame
      title={named}
      level={level}
      controls={controls}
      plot={<QuestionPlot drawing={drawing} />}
      shows={answer.shows}
      doesNotShow={answer.doesNotShow}
      sources={<FigureSources answer={answer} />}
      downloads={<FigureDownloads drawing={drawing} />}
      table={
        !isDrawn ? null : (
          <details className={tableBelow ? "no-print" : undefined}>
            <summary>{t("evidence.figure.table")}</summary>
            <FigureNumbers drawing={numbers} caption={named} />
          </details>
        )
      }
    />
  );
}

function FigureSources({ answer }: { readonly answer: DrawnAnswer }) {
  const t = useT();
  const studies = new Map((answer.kind === "change" ? answer.series : answer.studies).map(({ id, label }) => [id, label]));
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
