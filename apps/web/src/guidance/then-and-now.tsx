import type { AnswerNow } from "@calcar/contract";
import { Callout } from "../design/callout.tsx";
import { useDates, useT } from "../messages/messages.tsx";
import { AnswerName } from "./answer-name.tsx";

/** An answer opened under other knowledge: what was said then stands, and what today's knowledge would say is beside it. */
export function ThenAndNow({ stored, today }: AnswerNow) {
  const t = useT();
  const { instant } = useDates();
  if (today.sameKnowledge) return null;
  return (
    <div className="mb-12">
      <Callout tone={today.sameAnswer ? "accent" : "stop"} title={t(today.sameAnswer ? "then.same" : "then.other")}>
        <p>{t("then.was", { time: instant(stored.answeredAt) })}</p>
        {today.sameAnswer ? null : (
          <p>
            {t("then.now")}{" "}
            <strong className="font-semibold">
              <AnswerName answer={today.recommendation.answer} />
            </strong>
            {". "}
            {today.recommendation.sentence}
          </p>
        )}
        {today.differences.length === 0 ? (
          <p>{t("then.nothingMoved")}</p>
        ) : (
          <ul className="list-disc ps-5">
            {today.differences.map((difference) => (
              <li key={difference}>{difference}</li>
            ))}
          </ul>
        )}
        <p className="note">{t("then.versions", { before: stored.recommendation.knowledge, today: today.knowledge })}</p>
      </Callout>
    </div>
  );
}
