import type { SourcePage } from "@calcar/contract";
import { Link } from "@tanstack/react-router";
import { useT } from "../messages/messages.tsx";

type Citation = SourcePage["citedBy"][number];

const KINDS = ["study", "question", "guideline", "criterion", "instrument", "staging"] as const satisfies readonly Citation["kind"][];

/** Everything on file that leans on a source. */
export function CitedBy({ citedBy }: Pick<SourcePage, "citedBy">) {
  const t = useT();
  return (
    <section className="section-rule grid grid-cols-1 gap-4">
      <h2>{t("evidence.source.citedBy")}</h2>
      {citedBy.length === 0 ? <p>{t("evidence.source.citedByNone")}</p> : null}
      {KINDS.map((kind) => (
        <CitedByKind key={kind} kind={kind} citations={citedBy.filter((citation) => citation.kind === kind)} />
      ))}
    </section>
  );
}

function CitedByKind({ kind, citations }: { readonly kind: Citation["kind"]; readonly citations: readonly Citation[] }) {
  const t = useT();
  if (citations.length === 0) return null;
  return (
    <div className="grid gap-1">
      <h3 className="text-base">{t(`evidence.cites.${kind}`)}</h3>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {citations.map((citation) => (
          <li key={citation.id} className="py-0.5">
            <CitationLink citation={citation} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Criteria and staging systems have no page of their own yet: they are named, not linked. */
function CitationLink({ citation: { kind, id } }: { readonly citation: Citation }) {
  if (kind === "study")
    return (
      <Link to="/evidence/studies/$id" params={{ id }}>
        {id}
      </Link>
    );
  if (kind === "question")
    return (
      <Link to="/evidence/questions/$id" params={{ id }}>
        {id}
      </Link>
    );
  if (kind === "guideline")
    return (
      <Link to="/evidence/guidelines" hash={id}>
        {id}
      </Link>
    );
  if (kind === "instrument")
    return (
      <Link to="/instruments/$id" params={{ id }}>
        {id}
      </Link>
    );
  return id;
}
