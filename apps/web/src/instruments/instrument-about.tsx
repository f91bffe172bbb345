import { Link } from "@tanstack/react-router";
import { type Term, TermList } from "../evidence/term-list.tsx";
import { useLocalised, useT } from "../messages/messages.tsx";
import { ScoreTable } from "./score-table.tsx";
import type { Instrument } from "./shapes.ts";
import { useScoreNames } from "./use-score-names.ts";

/** What an instrument asks, of whom, about which time, and which scores it gives. */
export function InstrumentAbout({ instrument }: { readonly instrument: Instrument }) {
  const t = useT();
  const localised = useLocalised();
  const { version, reportedBy, recall, items, partOf, forms = [], definition } = instrument;
  const count = items.reduce((sum, { codes }) => sum + codes.length, 0);
  const terms: Term[] = [
    { term: t("instruments.versionPlain"), says: version },
    { term: t("instruments.about.reportedBy"), says: t(`instruments.about.reportedBy.${reportedBy}`) },
    { term: t("instruments.try.items"), says: t("instruments.items", { count }) },
    ...(forms.length === 0
      ? [{ term: t("instruments.about.recall"), says: recall === undefined ? t("instruments.about.recallUnstated") : localised(recall) }]
      : [{ term: t("instruments.forms", { count: forms.length }), says: forms.map(({ name }) => localised(name)).join("; ") }]),
    ...(forms.length > 0 && recall !== undefined ? [{ term: t("instruments.about.recall"), says: localised(recall) }] : []),
    ...(partOf === undefined ? [] : [{ term: t("instruments.about.partOf"), says: <PartOf id={partOf} /> }]),
    { term: t("instruments.about.digest"), says: t("instruments.about.digestMeans", { digest: definition }) },
    ...loincTerms(useLoinc(instrument), t("instruments.about.loinc")),
  ];
  return (
    <section className="section-rule grid grid-cols-1 gap-6">
      <h2>{t("instruments.about.title")}</h2>
      <TermList terms={terms} />
      <ScoreTable instrument={instrument} />
    </section>
  );
}

function PartOf({ id }: { readonly id: string }) {
  return (
    <Link to="/instruments/$id" params={{ id }}>
      {id}
    </Link>
  );
}

const loincTerms = (codes: readonly string[], term: string): Term[] => (codes.length === 0 ? [] : [{ term, says: codes.join("; ") }]);

/** The codes whose meaning somebody has read; the others are for whoever checks them. */
function useLoinc(instrument: Instrument): string[] {
  const t = useT();
  const namesOf = useScoreNames(instrument);
  return (instrument.loinc ?? [])
    .filter(({ meaningRead }) => meaningRead)
    .map(({ code, names }) => {
      if (names === "panel") return `${code} ${t("instruments.about.panel")}`;
      return `${code} ${"item" in names ? names.item : namesOf([names.subscale])}`;
    });
}
