import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { studiesQuery } from "../api/queries.ts";
import { Page } from "../design/page.tsx";
import { useT } from "../messages/messages.tsx";
import { EvidenceNav } from "./evidence-nav.tsx";

export function StudiesPage() {
  const t = useT();
  const { studies } = useSuspenseQuery(studiesQuery).data;
  return (
    <Page area="evidence" title={t("evidence.studies.title")} kicker={<EvidenceNav />}>
      <p className="note">{t("evidence.studies.count", { shown: studies.length, total: studies.length })}</p>
      <ul className="ledger">
        {studies.map(({ id, title }) => (
          <li key={id}>
            <Link to="/evidence/studies/$id" params={{ id }}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
