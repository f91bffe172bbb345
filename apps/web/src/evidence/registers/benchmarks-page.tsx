import { useSuspenseQuery } from "@tanstack/react-query";
import { benchmarksQuery } from "../../api/queries.ts";
import { Callout } from "../../design/callout.tsx";
import { Page } from "../../design/page.tsx";
import { useT } from "../../messages/messages.tsx";
import { EvidenceNav } from "../evidence-nav.tsx";
import { KnowledgeNote } from "../knowledge-note.tsx";
import { BenchmarkTable } from "./benchmark-table.tsx";
import type { Benchmark } from "./benchmark-value.tsx";

const MEASURES = [
  "implant-survival",
  "revision",
  "mortality",
  "serious-adverse-events",
  "gain",
  "responders",
  "pain",
  "score",
  "crossover",
  "threshold",
] as const satisfies readonly Benchmark["measures"][];

/** What hip replacement does, measure by measure: figures to hold a result against, each with whom it counts and where it stands. */
export function BenchmarksPageView() {
  const t = useT();
  const { established, notEstablished, sources, knowledge } = useSuspenseQuery(benchmarksQuery).data;
  return (
    <Page area="evidence" title={t("evidence.bench.title")} lead={t("evidence.bench.lead")} kicker={<EvidenceNav />}>
      <div className="grid grid-cols-1 gap-12">
        {MEASURES.map((measure) => (
          <section key={measure} className="section-rule may-break grid grid-cols-1 gap-3">
            <h2>{t(`evidence.bench.measure.${measure}`)}</h2>
            <p className="note measure">{t(`evidence.bench.explain.${measure}`)}</p>
            <BenchmarkTable
              caption={t(`evidence.bench.measure.${measure}`)}
              rows={established.filter(({ measures }) => measures === measure)}
              sources={sources}
            />
          </section>
        ))}
        {notEstablished.length === 0 ? null : (
          <section className="section-rule grid grid-cols-1 gap-3">
            <h2>{t("evidence.register.notEstablished")}</h2>
            <Callout tone="stop" title={t("evidence.study.notEstablished")}>
              <p>{t("evidence.register.notEstablishedExplain")}</p>
            </Callout>
            <BenchmarkTable caption={t("evidence.register.notEstablished")} rows={notEstablished} sources={sources} />
          </section>
        )}
        <KnowledgeNote version={knowledge} />
      </div>
    </Page>
  );
}
