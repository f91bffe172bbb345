import { useT } from "../../messages/messages.tsx";
import { type EffectFigure, type FigureChoice, figureOf, type PoolSearch } from "../pool-search.ts";
import { QuestionFigure } from "../question-figure.tsx";
import type { Pooled } from "../shapes.ts";
import { FigurePicker } from "./figure-picker.tsx";
import { OneLeftOut } from "./one-left-out.tsx";

interface EffectFiguresProps {
  readonly answer: Pooled;
  readonly choice: PoolSearch;
  readonly onChoose: (choice: FigureChoice) => void;
}

const TITLES = {
  forest: "evidence.figure.effectTitle",
  cumulative: "evidence.figure.cumulativeTitle",
  subgroups: "evidence.figure.subgroupsTitle",
  funnel: "evidence.figure.funnelTitle",
} as const satisfies Record<Exclude<EffectFigure, "leave-one-out">, string>;

/** The figures of a pool, one at a time as the reader picks. */
export function EffectFigures({ answer, choice, onChoose }: EffectFiguresProps) {
  const t = useT();
  const { figure = "forest", by } = figureOf(choice);
  return (
    <div className="grid grid-cols-1 gap-5">
      <FigurePicker answer={answer} choice={choice} onChoose={onChoose} />
      {figure === "leave-one-out" ? (
        <OneLeftOut answer={answer} choice={choice} />
      ) : (
        <QuestionFigure
          answer={answer}
          title={t(TITLES[figure], { outcome: answer.outcome })}
          drawing={{ answer, figure, by }}
          tableBelow={figure === "forest"}
        />
      )}
    </div>
  );
}
