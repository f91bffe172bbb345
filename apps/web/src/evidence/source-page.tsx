import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { sourceQuery } from "../api/queries.ts";
import { Page } from "../design/page.tsx";
import { useT } from "../messages/messages.tsx";
import { EvidenceNav } from "./evidence-nav.tsx";
import { KnowledgeNote } from "./knowledge-note.tsx";

export function SourcePageView() {
  const t = useT();
  const { id } = useParams({ from: "/signed-in/evidence/sources/$id" });
  const { source, knowledge } = useSuspenseQuery(sourceQuery(id)).data;
  return (
    <Page
      area="evidence"
      title={source.title}
      kicker={
        <EvidenceNav>
          <p>{t("evidence.source.kicker")}</p>
        </EvidenceNav>
      }
    >
      <KnowledgeNote version={knowledge} />
    </Page>
  );
}
