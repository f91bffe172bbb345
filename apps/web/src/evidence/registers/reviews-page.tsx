import { useSuspenseQuery } from "@tanstack/react-query";
import { publishedPoolsQuery } from "../../api/queries.ts";
import { Callout } from "../../design/callout.tsx";
import { Page } from "../../design/page.tsx";
import { useT } from "../../messages/messages.tsx";
import { EvidenceNav } from "../evidence-nav.tsx";
import { KnowledgeNote } from "../knowledge-note.tsx";
import type { Sources } from "../shapes.ts";
import { type Pool, ReviewPools } from "./review-pools.tsx";

const DISEASES = ["onfh", "hip-oa", "knee-oa", "oa-mixed", "cartilage-injury", "other"] as const satisfies readonly Pool["disease"][];

/** What published reviews pooled: cited constants, review by review, never pooled with each other or with ours. */
export function ReviewsPageView() {
  const t = useT();
  const { established, notEstablished, sources, knowledge } = useSuspenseQuery(publishedPoolsQuery).data;
  return (
    <Page area="evidence" title={t("evidence.reviews.title")} lead={t("evidence.reviews.lead")} kicker={<EvidenceNav />}>
      <div className="grid grid-cols-1 gap-12">
        {DISEASES.map((disease) => (
          <Disease key={disease} disease={disease} pools={established.filter((pool) => pool.disease === disease)} sources={sources} />
        ))}
        {notEstablished.length === 0 ? null : (
          <section className="section-rule may-break grid grid-cols-1 gap-6">
            <h2>{t("evidence.register.notEstablished")}</h2>
            <Callout tone="stop" title={t("evidence.study.notEstablished")}>
              <p>{t("evidence.register.notEstablishedExplain")}</p>
            </Callout>
            <Reviews pools={notEstablished} sources={sources} apart />
          </section>
        )}
        <KnowledgeNote version={knowledge} />
      </div>
    </Page>
  );
}

interface PoolsProps {
  readonly pools: readonly Pool[];
  readonly sources: Sources;
  readonly apart?: boolean;
}

function Disease({ disease, pools, sources }: PoolsProps & { readonly disease: Pool["disease"] }) {
  const t = useT();
  const title = t(`evidence.disease.${disease}`);
  return (
    <section className="section-rule may-break grid grid-cols-1 gap-6">
      <h2>{title.charAt(0).toUpperCase() + title.slice(1)}</h2>
      {pools.length === 0 ? <p className="measure">{t("evidence.reviews.none")}</p> : <Reviews pools={pools} sources={sources} />}
    </section>
  );
}

function Reviews({ pools, sources, apart = false }: PoolsProps) {
  return [...Map.groupBy(pools, ({ review }) => review)].map(([review, own]) => (
    <ReviewPools key={review} pools={own} sources={sources} apart={apart} />
  ));
}
