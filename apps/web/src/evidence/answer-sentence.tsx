import type { QuestionAnswer } from "@calcar/contract";
import { Text, useT } from "../messages/messages.tsx";
import { effectSide } from "./effect-side.ts";
import type { ChangeSeries, Pooled, ProportionAnswer } from "./shapes.ts";
import { useNumbers } from "./use-numbers.ts";

/** What the studies of a question say, in one or two plain sentences with their numbers. */
export function AnswerSentence({ answer }: { readonly answer: QuestionAnswer }) {
  switch (answer.kind) {
    case "effect":
      return <EffectSentence answer={answer} />;
    case "change":
      return <ChangeSentence answer={answer} />;
    case "proportion":
      return <ProportionSentence answer={answer} />;
    case "nothing-direct":
      return <Text k="evidence.answer.nothing" />;
  }
}

function EffectSentence({ answer }: { readonly answer: Pooled }) {
  const t = useT();
  const { effect, interval } = useNumbers();
  const { k, n, counted, measure, estimate, ci, outcome, comparison } = answer;
  const side = measure === "MD" || measure === "SMD" ? "evidence.answer.sideOfScore" : "evidence.answer.side";
  return (
    <>
      <Text
        k="evidence.answer.effect"
        values={{
          k,
          n,
          counted,
          measure,
          estimate: effect(measure, estimate),
          interval: interval(measure, ci),
          outcome,
          ...comparison,
        }}
      />{" "}
      {t(side, { side: effectSide(answer), intervention: comparison.intervention })}
    </>
  );
}

function ProportionSentence({ answer: { k, n, pooled, outcome } }: { readonly answer: ProportionAnswer }) {
  const { percent, range } = useNumbers();
  const share = (value: number) => percent(100 * value, 0);
  const values = {
    k,
    n,
    outcome,
    pooled: pooled ? "yes" : "no",
    share: pooled ? share(pooled.estimate) : "",
    interval: pooled ? range(share(pooled.ci[0]), share(pooled.ci[1])) : "",
  };
  return <Text k="evidence.answer.proportion" values={values} />;
}

const UNKNOWN = -1; // a plural needs a number; no series counts fewer than nobody

function ChangeSentence({ answer }: { readonly answer: ChangeSeries }) {
  return <Text k="evidence.answer.change" values={{ k: answer.k, n: answer.n ?? UNKNOWN }} />;
}
