import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { sourceQuery } from "../api/queries.ts";
import { Callout } from "../design/callout.tsx";
import { Page } from "../design/page.tsx";
import { useDates, useT } from "../messages/messages.tsx";
import { CitedBy } from "./cited-by.tsx";
import { EvidenceNav } from "./evidence-nav.tsx";
import { Flaws } from "./flaws.tsx";
import { KnowledgeNote } from "./knowledge-note.tsx";
import { Stated } from "./not-stated.tsx";
import type { Source } from "./shapes.ts";
import { type Term, TermList } from "./term-list.tsx";

export function SourcePageView() {
  const t = useT();
  const { id } = useParams({ from: "/signed-in/reading/evidence/sources/$id" });
  const { source, citedBy, knowledge } = useSuspenseQuery(sourceQuery(id)).data;
  return (
    <Page area="evidence" title={source.title} kicker={<EvidenceNav>{t("evidence.source.kicker")}</EvidenceNav>}>
      <div className="grid grid-cols-1 gap-12">
        <Standing source={source} />
        <About source={source} />
        <CitedBy citedBy={citedBy} />
        <Flaws flaws={source.discrepancies ?? []} sources={{ [source.id]: source }} />
        <KnowledgeNote version={knowledge} />
      </div>
    </Page>
  );
}

/** How much of a document was read comes before anything it says. */
function Standing({ source: { kind, read } }: { readonly source: Source }) {
  const t = useT();
  if (kind === "seed")
    return (
      <Callout tone="caution" title={t("evidence.source.seed")}>
        <p>{t("evidence.source.seedMeans")}</p>
      </Callout>
    );
  if (kind === "recall" || read?.startsWith("not read"))
    return (
      <Callout tone="stop" title={t("evidence.source.recall")}>
        <p>{t("evidence.source.recallMeans")}</p>
      </Callout>
    );
  return null;
}

function About({ source }: { readonly source: Source }) {
  const t = useT();
  const { day } = useDates();
  const { id, alsoKnownAs = [], authors, journal, year, kind, read, note, stillValidOn } = source;
  const terms: Term[] = [
    { term: t("evidence.source.read"), says: <Stated>{read}</Stated> },
    { term: t("evidence.source.kind"), says: kind.replaceAll("-", " ") },
    { term: t("evidence.source.authors"), says: <Stated>{authors}</Stated> },
    { term: t("evidence.source.journal"), says: <Stated>{journal}</Stated> },
    { term: t("evidence.source.year"), says: <Stated>{year}</Stated> },
    ...addresses(source).map(({ name, href, text }) => ({ term: t(`evidence.source.${name}`), says: <Outside href={href} text={text} /> })),
    ...(note === undefined ? [] : [{ term: t("evidence.source.note"), says: note }]),
    {
      term: t("evidence.source.key"),
      says: alsoKnownAs.length === 0 ? id : t("evidence.source.otherKeys", { id, others: alsoKnownAs.join(", ") }),
    },
    { term: t("evidence.source.checked"), says: day(stillValidOn) },
  ];
  return (
    <section className="section-rule grid grid-cols-1 gap-4">
      <h2>{t("evidence.source.about")}</h2>
      <TermList terms={terms} />
    </section>
  );
}

interface Address {
  readonly name: "doi" | "pmid" | "open";
  readonly href: string;
  readonly text: string;
}

function addresses({ doi, pmid, url }: Source): Address[] {
  return [
    ...(doi === undefined ? [] : [{ name: "doi" as const, href: `https://doi.org/${doi}`, text: doi }]),
    ...(pmid === undefined ? [] : [{ name: "pmid" as const, href: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`, text: pmid }]),
    ...(url === undefined ? [] : [{ name: "open" as const, href: url, text: url }]),
  ];
}

function Outside({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <a href={href} rel="noreferrer" className="break-all">
      {text}
    </a>
  );
}
