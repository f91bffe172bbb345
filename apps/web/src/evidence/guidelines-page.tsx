import { useSuspenseQuery } from "@tanstack/react-query";
import { guidelinesQuery } from "../api/queries.ts";
import { Page } from "../design/page.tsx";
import { useT } from "../messages/messages.tsx";
import { EvidenceNav } from "./evidence-nav.tsx";
import { KnowledgeNote } from "./knowledge-note.tsx";

export function GuidelinesPageView() {
  const t = useT();
  const { knowledge } = useSuspenseQuery(guidelinesQuery).data;
  return (
    <Page area="evidence" title={t("evidence.guidelines.title")} kicker={<EvidenceNav />}>
      <KnowledgeNote version={knowledge} />
    </Page>
  );
}
