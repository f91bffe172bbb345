import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useNumbers } from "../evidence/use-numbers.ts";
import { useDates, useT } from "../messages/messages.tsx";
import type { Evidence } from "./shapes.ts";

const MEASURES = ["RR", "OR", "RD", "MD", "SMD"] as const;

/** What the studies on file answer to the question of a claim; it turns stale with its search. */
export function EvidenceNote({ evidence }: { readonly evidence: Evidence }) {
  return (
    <div className="grid gap-1 text-sm">
      <p lang="en">
        <Link to="/evidence/questions/$id" params={{ id: evidence.question }}>
          {evidence.asks}
        </Link>
      </p>
      <EvidenceFacts evidence={evidence} />
    </div>
  );
}

/** The numbers of the evidence. Only an effect has a result; where there was no control group, the result says so. */
export function EvidenceFacts({ evidence }: { readonly evidence: Evidence }) {
  const t = useT();
  const { day } = useDates();
  const numbers = useNumbers();
  const { kind, measure, estimate, ci, k, n, certainty, lastSearched, stale } = evidence;
  const known = MEASURES.find((one) => one === measure);
  const hasResult = kind === "effect" && known !== undefined && estimate !== undefined && ci !== undefined;
  return (
    <dl className="evidence-facts">
      <Fact term={t(hasResult ? "claims.evidence.resultInterval" : "claims.evidence.result")}>
        {hasResult ? `${t(`claims.measure.${known}`)} ${numbers.estimate(known, estimate, [ci[0], ci[1]])}` : t(`claims.evidence.${kind}`)}
      </Fact>
      <Fact term={t("claims.evidence.k")}>{k}</Fact>
      <Fact term={t("claims.evidence.n")}>{n ?? t("claims.evidence.notStated")}</Fact>
      <Fact term={t("claims.evidence.certainty")}>{t(`claims.certainty.${certainty ?? "none"}`)}</Fact>
      <Fact term={t("claims.evidence.searched")}>
        {day(lastSearched)} {stale ? <strong className="badge badge-boxed tone-caution">{t("claims.evidence.stale")}</strong> : null}
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
