import type { QuestionAnswer } from "@calcar/contract";
import { Text, useT } from "../messages/messages.tsx";
import { effectSide } from "./effect-side.ts";
import type { ChangeSeries, Pooled } from "./shapes.ts";
import { useNumbers } from "./use-numbers.ts";

/** What the studies of a question say, in one or two plain sentences with their numbers. */
export function AnswerSentence({ answer }: { readonly answer: QuestionAnswer }) {
  return answer.kind === "effect" ? <EffectSentence answer={answer} /> : <ChangeSentence answer={answer} />;
}

function EffectSentence({ answer }: { readonly answer: Pooled }) {
  const t = useT();
  const { effect, interval } = useNumbers();
  const { k, n, measure, estimate, ci, outcome, comparison } = answer;
  return (
    <>
      <Text
        k="evidence.answer.effect"
        values={{
          k,
          n,
          measure,
          estimate: effect(measure, estimate),
          interval: interval(measure, ci),
          outcome,
          ...comparison,
        }}
      />{" "}
      {t("evidence.answer.side", { side: effectSide(answer), intervention: comparison.intervention })}
    </>
  );
}

const UNKNOWN = -1; // a plural needs a number; no series counts fewer than nobody

function ChangeSentence({ answer }: { readonly answer: ChangeSeries }) {
  return <Text k="evidence.answer.change" values={{ k: answer.k, n: answer.n ?? UNKNOWN }} />;
}
