import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FailureCallout } from "../../api/failure.tsx";
import { freshnessQuery } from "../../api/queries.ts";
import { useDates, useT } from "../../messages/messages.tsx";
import type { TrialState } from "./shapes.ts";
import { StateWord } from "./state-word.tsx";
import { TrialName } from "./trial-name.tsx";
import { usePartialDate } from "./use-partial-date.ts";

/** How fresh the answer to one question is, and which registered trials may change it. */
export function FreshnessLine({ question }: { readonly question: string }) {
  const t = useT();
  const { day } = useDates();
  const { data, error } = useQuery(freshnessQuery);
  const found = data?.questions.find(({ id }) => id === question);
  if (error !== null) return <FailureCallout failure={error} />;
  if (data === undefined || found === undefined) return null;
  const own = found.trials.flatMap((id) => data.trials.find((trial) => trial.id === id) ?? []);
  return (
    <section className="section-rule grid grid-cols-1 gap-2">
      <h2>{t("evidence.fresh.ofQuestion")}</h2>
      <p className="measure">
        {t("evidence.fresh.line", { last: day(found.last), due: day(found.due) })} <StateWord state={found.state} />
      </p>
      {own.length === 0 ? (
        <p className="measure">{t("evidence.fresh.lineNoTrial")}</p>
      ) : (
        <>
          <p className="measure">{t("evidence.fresh.lineTrials")}</p>
          <ul className="measure list-disc ps-5">
            {own.map((trial) => (
              <TrialLine key={trial.id} trial={trial} />
            ))}
          </ul>
        </>
      )}
      <p>
        <Link to="/evidence/freshness">{t("evidence.fresh.all")}</Link>
      </p>
    </section>
  );
}

function TrialLine({ trial }: { readonly trial: TrialState }) {
  const t = useT();
  const date = usePartialDate();
  const { status, planned, completion, running, study } = trial;
  return (
    <li>
      <TrialName trial={trial} />: {t(`evidence.trialStatus.${status}`)}
      {planned === null ? null : `, ${t("evidence.fresh.plannedFor", { n: planned })}`}
      {running && completion !== null ? `, ${t("evidence.fresh.expectedEnd", { date: date(completion) })}` : null}
      {study === null ? null : (
        <>
          ,{" "}
          <Link to="/evidence/studies/$id" params={{ id: study }}>
            {t("evidence.fresh.reported")}
          </Link>
        </>
      )}
    </li>
  );
}
