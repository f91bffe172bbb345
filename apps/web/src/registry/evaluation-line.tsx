import type { EvaluationSummary } from "@calcar/contract";
import { Link } from "@tanstack/react-router";
import { Ruler } from "../design/ruler.tsx";
import { AnswerName } from "../guidance/answer-name.tsx";
import { Text, useDates, useT } from "../messages/messages.tsx";
import { useHipName } from "./hip-name.tsx";
import { usePerson } from "./person.ts";

interface EvaluationLineProps {
  readonly evaluation: EvaluationSummary;
  readonly facts: number; // how many an evaluation can hold
  readonly named?: boolean; // say which hip it is of
}

/** One evaluation in one line: which hip, which day, how far, what was answered. */
export function EvaluationLine({ evaluation, facts, named = false }: EvaluationLineProps) {
  const t = useT();
  const { day, instant } = useDates();
  const hipName = useHipName();
  const person = usePerson();
  const { id, hip, asOf, recordedFacts, updatedAt, updatedBy, lastAnswer } = evaluation;
  const date = day(asOf);
  return (
    <li className="grid gap-x-6 gap-y-0.5 md:grid-cols-[minmax(0,14rem)_minmax(0,11rem)_minmax(0,1fr)]">
      <Link to="/evaluations/$id" params={{ id }} className="font-medium">
        {named ? hipName(hip) : t("hip.evaluationOf", { date })}
      </Link>
      <span className="note grid content-start gap-1">
        {named ? <span>{t("hip.evaluationOf", { date })}</span> : null}
        <span>{t("hip.recorded", { recorded: recordedFacts, total: facts })}</span>
        <Ruler recorded={recordedFacts} total={facts} />
      </span>
      <span className="text-sm">
        {lastAnswer === null ? (
          <span className="text-muted">{t("hip.noAnswer")}</span>
        ) : (
          <Link to="/answers/$id" params={{ id: lastAnswer.id }}>
            <AnswerName answer={lastAnswer.answer} />
          </Link>
        )}
        <span className="note block">
          <Text k="hip.touched" values={{ time: instant(updatedAt), by: person(updatedBy) }} />
        </span>
      </span>
    </li>
  );
}
