import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { studyQuery } from "../api/queries.ts";
import { Page } from "../design/page.tsx";
import { useT } from "../messages/messages.tsx";
import { EvidenceNav } from "./evidence-nav.tsx";
import { KnowledgeNote } from "./knowledge-note.tsx";

export function StudyPageView() {
  const t = useT();
  const { id } = useParams({ from: "/signed-in/evidence/studies/$id" });
  const { study, knowledge } = useSuspenseQuery(studyQuery(id)).data;
  return (
    <Page
      area="evidence"
      title={study.title}
      kicker={
        <EvidenceNav>
          <p>{t("evidence.study.kicker")}</p>
        </EvidenceNav>
      }
    >
      <KnowledgeNote version={knowledge} />
    </Page>
  );
}
