import type { AnswerNow } from "@calcar/contract";
import { Link } from "@tanstack/react-router";
import { useDates, useT } from "../messages/messages.tsx";
import { usePerson } from "../registry/person.ts";

/** What to do now, whoever else is asked. */
export function NextSteps({ steps }: { readonly steps: readonly string[] }) {
  const t = useT();
  return (
    <section className="section-rule grid content-start gap-2 lg:col-start-2">
      <h2>{t("answer.nextSteps")}</h2>
      <ol className="ledger">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}

/** Beside the findings: on what knowledge and day it rests, and what it is for. */
export function Margin({ answer: { stored } }: { readonly answer: AnswerNow }) {
  const t = useT();
  const { instant, day } = useDates();
  const person = usePerson();
  const { recommendation } = stored;
  return (
    <aside aria-label={t("answer.basis")} className="grid content-start gap-10 lg:col-start-2">
      <section className="section-rule note grid gap-2">
        <h2 className="text-ink">{t("answer.basis")}</h2>
        <p>{t("answer.given", { time: instant(stored.answeredAt), by: person(stored.answeredBy), date: day(stored.asOf) })}</p>
        <p>{t(`pathway.${recommendation.pathway}`)}</p>
        <p>
          {t("overview.version")} <code className="break-all">{recommendation.knowledge}</code>
        </p>
        <p>{t("answer.intendedUse")}</p>
      </section>
      <div className="no-print flex flex-wrap gap-3">
        <Link to="/evaluations/$id" params={{ id: stored.evaluation }} className="button button-plain">
          {t("answer.back")}
        </Link>
        <button type="button" className="button button-plain" onClick={() => print()}>
          {t("answer.print")}
        </button>
      </div>
    </aside>
  );
}
