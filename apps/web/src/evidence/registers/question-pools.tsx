import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FailureCallout } from "../../api/failure.tsx";
import { publishedPoolsQuery } from "../../api/queries.ts";
import { useT } from "../../messages/messages.tsx";
import { ReviewPools } from "./review-pools.tsx";

/** What published reviews pooled on one question: cited constants beside our own answer, never part of it. */
export function QuestionPools({ question }: { readonly question: string }) {
  const t = useT();
  const { data, error } = useQuery(publishedPoolsQuery);
  if (error !== null) return <FailureCallout failure={error} />;
  const own = data?.established.filter(({ questions }) => questions.includes(question)) ?? [];
  if (data === undefined || own.length === 0) return null;
  const reviews = Map.groupBy(own, ({ review }) => review);
  return (
    <section className="section-rule may-break grid grid-cols-1 gap-4">
      <h2>{t("evidence.reviews.title")}</h2>
      <p className="measure">
        {t("evidence.reviews.beside", { count: reviews.size })} <Link to="/evidence/reviews">{t("evidence.reviews.all")}</Link>
      </p>
      <details>
        <summary>{t("evidence.reviews.show", { count: own.length })}</summary>
        <div className="mt-4 grid grid-cols-1 gap-6">
          {[...reviews].map(([review, pools]) => (
            <ReviewPools key={review} pools={pools} sources={data.sources} />
          ))}
        </div>
      </details>
    </section>
  );
}
