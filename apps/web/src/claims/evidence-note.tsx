import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useNumbers } from "../evidence/use-numbers.ts";
import { useDates, useT } from "../messages/messages.tsx";
import type { Evidence } from "./shapes.ts";

const MEASURES = ["RR", "OR", "RD", "MD", "SMD"] as const;

/** What the studies on file answer to the question of a claim, for the disease it is about; it turns stale with its search. */
export function EvidenceNote({ evidence }: { readonly evidence: Evidence }) {
  const t = useT();
  const { about, question, asks, doesNotShow } = evidence;
  return (
    <div className="grid gap-1 text-sm">
      <p className="font-semibold first-letter:uppercase">{about}</p>
      {question === undefined || asks === undefined ? (
        <p>{t("claims.evidence.not-asked")}</p>
      ) : (
        <>
          <p lang="en">
            <Link to="/evidence/questions/$id" params={{ id: question }}>
              {asks}
            </Link>
          </p>
          <EvidenceFacts evidence={evidence} />
          {doesNotShow === undefined ? null : (
            <p lang="en" className="note">
              {doesNotShow}
            </p>
          )}
        </>
      )}
    </div>
  );
}

/** The numbers of the evidence. Only an effect compares anything; where there was no control group, the result says so. */
export function EvidenceFacts({ evidence }: { readonly evidence: Evidence }) {
  const t = useT();
  const { day } = useDates();
  const { k, n, certainty, lastSearched, stale } = evidence;
  return (
    <dl className="evidence-facts">
      <Result evidence={evidence} />
      <Fact term={t("claims.evidence.k")}>{k}</Fact>
      {k === 0 ? null : <Fact term={t("claims.evidence.n")}>{n ?? t("claims.evidence.notStated")}</Fact>}
      <Fact term={t("claims.evidence.certainty")}>{t(`claims.certainty.${certainty ?? "none"}`)}</Fact>
      <Fact term={t("claims.evidence.searched")}>
        {lastSearched === undefined ? null : day(lastSearched)}{" "}
        {stale ? <strong className="badge badge-boxed tone-caution">{t("claims.evidence.stale")}</strong> : null}
      </Fact>
    </dl>
  );
}

function Result({ evidence: { kind, measure, estimate, ci, results } }: { readonly evidence: Evidence }) {
  const t = useT();
  const numbers = useNumbers();
  const known = MEASURES.find((one) => one === measure);
  if (kind === "effect" && known !== undefined && estimate !== undefined && ci !== undefined)
    return (
      <Fact term={t("claims.evidence.resultInterval")}>
        {t(`claims.measure.${known}`)} {numbers.estimate(known, estimate, [ci[0], ci[1]])}
      </Fact>
    );
  return (
    <Fact term={t("claims.evidence.result")}>
      {kind === "effect"
        ? null
        : results.map((result) => (
            <span key={result} lang="en" className="block pb-1">
              {result}
            </span>
          ))}
      {t(`claims.evidence.${kind}`)}
    </Fact>
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
