import type { Hips } from "@calcar/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { factsQuery, hipsQuery } from "../api/queries.ts";
import { Page } from "../design/page.tsx";
import { useT } from "../messages/messages.tsx";
import { EvaluationLine } from "./evaluation-line.tsx";
import { useHipName } from "./hip-name.tsx";

type HipWithEvaluations = Hips["hips"][number];

export function HipsPage() {
  const t = useT();
  const { hips } = useSuspenseQuery(hipsQuery).data;
  const form = useSuspenseQuery(factsQuery).data;
  const facts = form.groups.reduce((sum, group) => sum + group.facts.length, 0);
  const patients = new Set(hips.map(({ patient }) => patient)).size;
  return (
    <Page area="hips" title={t("hips.title")} lead={t("hips.lead", { hips: hips.length, patients })}>
      <div className="grid gap-10">
        <Link to="/evaluate" className="button justify-self-start">
          {t("overview.evaluate")}
        </Link>
        {hips.length === 0 ? null : (
          <div className="grid gap-8">
            {hips.map((hip) => (
              <HipLine key={hip.id} hip={hip} facts={facts} />
            ))}
          </div>
        )}
      </div>
    </Page>
  );
}

function HipLine({ hip, facts }: { readonly hip: HipWithEvaluations; readonly facts: number }) {
  const t = useT();
  const hipName = useHipName();
  const answered = hip.evaluations.filter(({ lastAnswer }) => lastAnswer !== null).length;
  return (
    <section className="section-rule grid gap-x-10 gap-y-2 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <div>
        <h2 className="text-lg">{hipName(hip)}</h2>
        <p className="note">{t("hips.evaluations", { count: hip.evaluations.length, answered })}</p>
        <p className="note">
          <Link to="/evaluate" search={{ pseudonym: hip.pseudonym, side: hip.side }} aria-label={t("hips.againOf", { hip: hipName(hip) })}>
            {t("hips.again")}
          </Link>
        </p>
      </div>
      <ul className="ledger ledger-open">
        {hip.evaluations.map((evaluation) => (
          <EvaluationLine key={evaluation.id} evaluation={evaluation} facts={facts} />
        ))}
      </ul>
    </section>
  );
}
