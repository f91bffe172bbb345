import { useSuspenseQuery } from "@tanstack/react-query";
import { trialsQuery } from "../../api/queries.ts";
import { Page } from "../../design/page.tsx";
import { useDates, useT } from "../../messages/messages.tsx";
import { EvidenceNav } from "../evidence-nav.tsx";
import { KnowledgeNote } from "../knowledge-note.tsx";
import type { Sources } from "../shapes.ts";
import { TrialEntry, type TrialRow } from "./trial-entry.tsx";

/** Registered trials: those that run, those that ended without a report, and those whose report is on file. */
export function TrialsPageView() {
  const t = useT();
  const { day } = useDates();
  const { today, trials, sources, knowledge } = useSuspenseQuery(trialsQuery).data;
  const running = trials.filter(({ state }) => state.running);
  const ended = trials.filter(({ state }) => !state.running);
  const lead = t("evidence.trials.lead", { date: day(today), total: trials.length, running: running.length });
  return (
    <Page area="evidence" title={t("evidence.trials.title")} lead={lead} kicker={<EvidenceNav />}>
      <div className="grid grid-cols-1 gap-12">
        <p className="measure">{t("evidence.trials.explain")}</p>
        <Group title={t("evidence.trials.running")} trials={running} sources={sources} />
        <Group title={t("evidence.trials.unreported")} trials={ended.filter(({ state }) => state.study === null)} sources={sources} />
        <Group title={t("evidence.trials.reported")} trials={ended.filter(({ state }) => state.study !== null)} sources={sources} />
        <KnowledgeNote version={knowledge} />
      </div>
    </Page>
  );
}

interface GroupProps {
  readonly title: string;
  readonly trials: readonly TrialRow[];
  readonly sources: Sources;
}

function Group({ title, trials, sources }: GroupProps) {
  const t = useT();
  return (
    <section className="section-rule may-break grid grid-cols-1 gap-2">
      <h2>{title}</h2>
      {trials.length === 0 ? <p>{t("evidence.trials.none")}</p> : null}
      <ul className="ledger [&>:first-child]:border-t-0">
        {trials.map((row) => (
          <TrialEntry key={row.trial.id} row={row} sources={sources} />
        ))}
      </ul>
    </section>
  );
}
