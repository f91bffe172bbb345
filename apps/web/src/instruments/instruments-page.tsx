import { useSuspenseQuery } from "@tanstack/react-query";
import { instrumentsQuery } from "../api/queries.ts";
import { Page } from "../design/page.tsx";
import { useT } from "../messages/messages.tsx";
import { InstrumentRow } from "./instrument-row.tsx";
import type { InstrumentLine } from "./shapes.ts";

const REPORTERS = ["patient", "clinician", "either"] as const;

export function InstrumentsPage() {
  const t = useT();
  const { instruments, knowledge } = useSuspenseQuery(instrumentsQuery).data;
  return (
    <Page area="instruments" title={t("instruments.title")} lead={t("instruments.lead")}>
      <div className="grid grid-cols-1 gap-12">
        {REPORTERS.map((by) => (
          <ReportedBy key={by} by={by} instruments={instruments.filter(({ reportedBy }) => reportedBy === by)} />
        ))}
        <p className="note break-words">{t("instruments.knowledge", { version: knowledge })}</p>
      </div>
    </Page>
  );
}

interface ReportedByProps {
  readonly by: (typeof REPORTERS)[number];
  readonly instruments: readonly InstrumentLine[];
}

function ReportedBy({ by, instruments }: ReportedByProps) {
  const t = useT();
  if (instruments.length === 0) return null;
  return (
    <section className="section-rule may-break grid grid-cols-1 gap-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2>{t(`instruments.by.${by}`)}</h2>
        <p className="note">{t("instruments.count", { count: instruments.length })}</p>
      </div>
      <ul className="ledger [&>:first-child]:border-t-0">
        {instruments.map((instrument) => (
          <InstrumentRow key={instrument.id} instrument={instrument} />
        ))}
      </ul>
    </section>
  );
}
