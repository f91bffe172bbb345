import type { SearchesPage } from "@calcar/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { searchesQuery } from "../../api/queries.ts";
import { Page } from "../../design/page.tsx";
import { useDates, useT } from "../../messages/messages.tsx";
import { EvidenceNav } from "../evidence-nav.tsx";
import { KnowledgeNote } from "../knowledge-note.tsx";

type Search = SearchesPage["searches"][number];
type NotFound = Search["notFound"][number];

/** The searches that were made, how far each reached, and what it did not find. */
export function SearchesPageView() {
  const t = useT();
  const { searches, knowledge } = useSuspenseQuery(searchesQuery).data;
  return (
    <Page area="evidence" title={t("evidence.searches.title")} lead={t("evidence.searches.lead")} kicker={<EvidenceNav />}>
      <div className="grid grid-cols-1 gap-12">
        {searches.map((search) => (
          <SearchOf key={search.id} search={search} />
        ))}
        <KnowledgeNote version={knowledge} />
      </div>
    </Page>
  );
}

function SearchOf({ search: { on, topic, diseases, reach, notFound } }: { readonly search: Search }) {
  const t = useT();
  const { day } = useDates();
  return (
    <section className="section-rule may-break grid grid-cols-1 gap-3">
      <h2>{topic.charAt(0).toUpperCase() + topic.slice(1)}</h2>
      <p className="note measure">
        {t("evidence.searches.on", { date: day(on), about: diseases.map((disease) => t(`evidence.disease.${disease}`)).join("; ") })}
      </p>
      <p className="measure">{reach}</p>
      <Missing
        title={t("evidence.searches.inVain")}
        explain={t("evidence.searches.inVainExplain")}
        missing={notFound.filter(({ searched }) => searched)}
      />
      <Missing
        title={t("evidence.searches.notSearched")}
        explain={t("evidence.searches.notSearchedExplain")}
        missing={notFound.filter(({ searched }) => !searched)}
      />
    </section>
  );
}

interface MissingProps {
  readonly title: string;
  readonly explain: string;
  readonly missing: readonly NotFound[];
}

function Missing({ title, explain, missing }: MissingProps) {
  if (missing.length === 0) return null;
  return (
    <div className="grid grid-cols-1 gap-1">
      <h3>{title}</h3>
      <p className="note measure">{explain}</p>
      <ul className="measure list-disc ps-5">
        {missing.map(({ what, study, note }) => (
          <li key={`${study ?? ""} ${what}`}>
            {study === undefined ? null : (
              <>
                <Link to="/evidence/studies/$id" params={{ id: study }}>
                  {study}
                </Link>
                {": "}
              </>
            )}
            {what}
            {note === undefined ? null : <span className="note block">{note}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
