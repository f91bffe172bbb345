import { sourceLabel } from "@calcar/vocabulary";
import { Link } from "@tanstack/react-router";
import { useT } from "../messages/messages.tsx";
import { Flaws } from "./flaws.tsx";
import { GroundNote } from "./ground-note.tsx";
import type { Sources, Study } from "./shapes.ts";
import { type Term, TermList } from "./term-list.tsx";

interface StudyGroundsProps {
  readonly study: Study;
  readonly sources: Sources;
}

/** What speaks against a study or was left out of it, and every document it was read in. */
export function StudyGrounds({ study, sources }: StudyGroundsProps) {
  const t = useT();
  return (
    <>
      <Harm study={study} sources={sources} />
      <section className="section-rule grid gap-3">
        <h2>{t("evidence.limitations.title")}</h2>
        {study.limitations.length === 0 ? (
          <p>{t("evidence.limitations.none")}</p>
        ) : (
          <ul className="measure list-disc ps-5">
            {study.limitations.map((limitation) => (
              <li key={limitation}>{limitation}</li>
            ))}
          </ul>
        )}
      </section>
      <Flaws flaws={study.discrepancies ?? []} sources={sources} />
      <SourceList sources={sources} />
    </>
  );
}

function Harm({ study: { adverseEvents }, sources }: StudyGroundsProps) {
  const t = useT();
  const terms = (): Term[] => {
    if (!adverseEvents) return [];
    const { events, serious, seriousRelated, n } = adverseEvents;
    const counted = (term: string, count: number | undefined): Term[] => {
      if (count === undefined) return [];
      return [{ term, says: n === undefined ? t("evidence.harm.ofUnknown", { count }) : t("evidence.harm.of", { count, n }) }];
    };
    return [
      ...counted(t("evidence.harm.events"), events),
      ...counted(t("evidence.harm.serious"), serious),
      ...counted(t("evidence.harm.seriousRelated"), seriousRelated),
      { term: t("evidence.harm.counted"), says: n === undefined ? t("evidence.harm.countedUnknown") : t("evidence.harm.countedOf", { n }) },
    ];
  };
  return (
    <section className="section-rule grid gap-3">
      <h2>{t("evidence.harm.title")}</h2>
      {adverseEvents === undefined ? (
        <p className="measure">{t("evidence.harm.none")}</p>
      ) : (
        <>
          <p className="measure">{adverseEvents.summary}</p>
          <TermList terms={terms()} />
          <div className="text-sm">
            <GroundNote ground={adverseEvents.ground} sources={sources} />
          </div>
        </>
      )}
    </section>
  );
}

function SourceList({ sources }: { readonly sources: Sources }) {
  const t = useT();
  return (
    <section className="section-rule grid gap-3">
      <h2>{t("evidence.sources.title")}</h2>
      <ul className="ledger">
        {Object.values(sources).map((source) => (
          <li key={source.id} className="grid justify-items-start gap-0.5 [&>*]:max-w-measure">
            <Link to="/evidence/sources/$id" params={{ id: source.id }}>
              {source.title}
            </Link>
            <span className="note">
              {sourceLabel(source)} ·{" "}
              {source.read === undefined ? t("evidence.sources.readNotStated") : t("evidence.sources.read", { read: source.read })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
