import type { QuestionAnswer } from "@calcar/contract";
import { Link } from "@tanstack/react-router";
import { Callout } from "../design/callout.tsx";
import { useDates, useT } from "../messages/messages.tsx";
import { StaleMark } from "./freshness/searched-on.tsx";
import { isChosen, type PoolSearch } from "./pool-search.ts";
import type { Pooled } from "./shapes.ts";

/** Whom the answer is about, how far it can be trusted, and the caution that comes before all others. */
export function Standing({ answer, choice }: { readonly answer: QuestionAnswer; readonly choice: PoolSearch }) {
  const t = useT();
  const { day } = useDates();
  const { warnings } = answer;
  return (
    <div className="grid gap-4">
      <p className="measure">
        {answer.kind === "nothing-direct" ? null : <Certainty certainty={answer.certainty} />}
        {t("evidence.question.population", { population: answer.population, date: day(answer.lastSearched) })}{" "}
        <StaleMark freshUntil={answer.freshUntil} />
      </p>
      {isChosen(choice) ? <Chosen answer={answer} /> : null}
      {warnings.length === 0 ? null : (
        <Callout tone="caution" title={t("evidence.question.first")}>
          <p>{warnings[0]}</p>
          <p>
            <a href="#cautions">{t("evidence.question.allCautions", { count: warnings.length })}</a>
          </p>
        </Callout>
      )}
    </div>
  );
}

function Certainty({ certainty: { level, signedBy } }: Pick<Pooled, "certainty">) {
  const t = useT();
  return `${t("evidence.question.certaintyOf", { level, signed: signedBy === null ? "no" : "yes" })} `;
}

/** An answer that a reader has changed is never taken for what Calcar shows first. */
function Chosen({ answer }: { readonly answer: QuestionAnswer }) {
  const t = useT();
  const without = answer.without.length;
  const wider = answer.widened.map((coordinate) => t(`evidence.widen.${coordinate}`)).join(", ");
  const how =
    answer.kind === "change" || answer.kind === "nothing-direct"
      ? t("evidence.question.chosenSeries", { without })
      : t("evidence.question.chosenHow", {
          tau2: t(`evidence.tau2.${answer.tau2Method}`),
          ci: t(`evidence.ci.${answer.ciMethod}`),
          without,
        });
  return (
    <Callout tone="accent" title={t("evidence.question.chosen")}>
      <p>
        {how} {answer.widened.length > 0 ? `${t("evidence.question.chosenWider", { what: wider })} ` : null}
        <Link to="/evidence/questions/$id" params={{ id: answer.question }} search={{}} replace resetScroll={false}>
          {t("evidence.pool.back")}
        </Link>
      </p>
    </Callout>
  );
}

/** Every caution, most important first. */
export function Cautions({ warnings }: Pick<QuestionAnswer, "warnings">) {
  const t = useT();
  if (warnings.length === 0) return null;
  return (
    <section className="section-rule may-break grid gap-3" id="cautions">
      <h2>{t("evidence.question.cautions")}</h2>
      <ul className="measure grid list-disc gap-1.5 ps-5">
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </section>
  );
}
