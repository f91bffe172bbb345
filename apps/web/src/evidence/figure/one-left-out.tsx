import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { questionQuery } from "../../api/queries.ts";
import { useT } from "../../messages/messages.tsx";
import type { Drawing } from "../draw-figure.ts";
import type { PoolSearch } from "../pool-search.ts";
import { QuestionFigure } from "../question-figure.tsx";
import type { Pooled } from "../shapes.ts";
import { StudySlider } from "./study-slider.tsx";

const LEAST = 3; // with two, leaving one out shows the other again

interface OneLeftOutProps {
  readonly answer: Pooled;
  readonly choice: PoolSearch;
}

/** The forest plot of a pool with a slider that leaves one study out: it stays to be seen, and the diamond moves. */
export function OneLeftOut({ answer, choice }: OneLeftOutProps) {
  const t = useT();
  const [chosen, setPlace] = useState(0);
  const place = Math.min(chosen, answer.studies.length);
  const shown = useWithout(answer, choice, place);
  const title = t("evidence.figure.leaveOneOutTitle", { outcome: answer.outcome });
  if (answer.k < LEAST) return <QuestionFigure answer={answer} title={title} drawing={{ answer, figure: "leave-one-out" }} />;
  return (
    <QuestionFigure
      answer={answer}
      title={title}
      drawing={shown}
      numbers={{ answer, figure: "leave-one-out" }}
      controls={<StudySlider answer={answer} place={place} onPlace={setPlace} />}
    />
  );
}

/** The pool without the study at a place; while it is fetched, what was shown before. */
function useWithout(answer: Pooled, { tau2, ci, widen }: PoolSearch, place: number): Drawing {
  const left = place === 0 ? [] : [answer.studies[place - 1]!.id];
  const without = [...answer.without, ...left];
  const asked = questionQuery(answer.question, {
    ...(tau2 ? { tau2 } : {}),
    ...(ci ? { ci } : {}),
    ...(widen ? { widen } : {}),
    without,
  });
  const { data } = useQuery({ ...asked, enabled: place > 0, placeholderData: (previous) => previous });
  return { answer: place > 0 && data?.kind === "effect" ? data : answer, whole: answer };
}
