import type { FreshnessPage } from "@calcar/contract";
import { Link } from "@tanstack/react-router";
import { useDates, useT } from "../../messages/messages.tsx";
import type { Due, Reviewed } from "./shapes.ts";
import { StateWord } from "./state-word.tsx";
import { TrialName } from "./trial-name.tsx";

/** Studies, guidelines and register entries that somebody has to look at again, and the day of the next. */
export function DueForReview({ studies, guidelines, trials }: Pick<FreshnessPage, "studies" | "guidelines" | "trials">) {
  const t = useT();
  const { day } = useDates();
  const looked = trials.map(({ due }) => due).toSorted();
  const late = trials.filter(({ state }) => state !== "fresh");
  return (
    <section className="section-rule may-break grid grid-cols-1 gap-4">
      <h2>{t("evidence.fresh.review")}</h2>
      <Kind kind="studies" reviewed={studies} to="/evidence/studies/$id" />
      <Kind kind="guidelines" reviewed={guidelines} to="/evidence/guidelines" />
      <div className="grid gap-1">
        <p className="measure">
          {t("evidence.fresh.reviewTrials", {
            total: trials.length,
            late: late.length,
            next: looked[0] === undefined ? "" : day(looked[0]),
          })}
        </p>
        <ul className="grid gap-1">
          {late.map((trial) => (
            <li key={trial.id}>
              <TrialName trial={trial} /> <Standing due={trial} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

interface KindProps {
  readonly kind: "studies" | "guidelines";
  readonly reviewed: Reviewed;
  readonly to: "/evidence/studies/$id" | "/evidence/guidelines";
}

function Kind({ kind, reviewed: { total, next, overdue }, to }: KindProps) {
  const t = useT();
  const { day } = useDates();
  const values = { total, late: overdue.length, next: next === null ? "" : day(next) };
  return (
    <div className="grid gap-1">
      <p className="measure">{t(kind === "studies" ? "evidence.fresh.reviewStudies" : "evidence.fresh.reviewGuidelines", values)}</p>
      <ul className="grid gap-1">
        {overdue.map((entry) => (
          <li key={entry.id}>
            {to === "/evidence/guidelines" ? (
              <Link to={to} hash={entry.id}>
                {entry.id}
              </Link>
            ) : (
              <Link to={to} params={{ id: entry.id }}>
                {entry.id}
              </Link>
            )}{" "}
            <Standing due={entry} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Standing({ due: { last, due, state } }: { readonly due: Due }) {
  const t = useT();
  const { day } = useDates();
  return (
    <>
      <StateWord state={state} /> <span className="note">{t("evidence.fresh.lookedAt", { last: day(last), due: day(due) })}</span>
    </>
  );
}
