import type { CheckedText } from "@calcar/contract";
import { sourceLabel } from "@calcar/vocabulary";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { GradeBadge } from "../design/grade-badge.tsx";
import { useT } from "../messages/messages.tsx";
import { EvidenceNote } from "./evidence-note.tsx";
import type { Finding, Jurisdiction } from "./shapes.ts";
import { Wording } from "./wording.tsx";

type Sources = CheckedText["sources"];

interface FindingBodyProps {
  readonly finding: Finding;
  readonly sources: Sources;
  readonly jurisdiction: Jurisdiction | undefined;
  readonly onShow: () => void;
}

/** What stands behind a finding, in the order in which an author asks: which words, why, says who, what then. */
export function FindingBody({ finding, sources, jurisdiction, onShow }: FindingBodyProps) {
  const t = useT();
  const { scope, quote, words, why, detail, lacks = [], evidence = [], instead, insteadIs, part } = finding;
  return (
    <>
      <blockquote className="finding-sentence">{quote}</blockquote>
      <p className="note">
        {part === undefined ? null : <>{part}. </>}
        {scope === "page" ? t("claims.finding.firstSells") : null}
        {scope === "page" || words.length === 0 ? null : t("claims.finding.words", { words: words.map((word) => `“${word}”`).join(", ") })}{" "}
        <button type="button" className="button-link no-print" onClick={onShow}>
          {t("claims.finding.show")}
        </button>
      </p>
      <Part title={t("claims.finding.why")}>
        <p>
          {detail === undefined ? null : `${detail} `}
          {why}
        </p>
        {lacks.length === 0 ? null : <p>{t("claims.finding.lacks", { lacks: lacks.join(", ") })}</p>}
      </Part>
      {evidence.length === 0 ? null : (
        <Part title={t("claims.finding.evidence")}>
          <div className="grid gap-3">
            {evidence.map((one) => (
              <EvidenceNote key={`${one.outcome} ${one.condition}`} evidence={one} />
            ))}
          </div>
        </Part>
      )}
      {insteadIs === "advice" ? (
        <Part title={t("claims.wording.advice")}>
          <p>{instead}</p>
        </Part>
      ) : (
        <Wording text={instead} />
      )}
      <Laws finding={finding} sources={sources} jurisdiction={jurisdiction} />
      <Part title={t("claims.finding.sources")}>
        <p className="text-sm">
          {finding.sources.map((id, i) => (
            <span key={id}>
              {i === 0 ? null : "; "}
              <SourceName id={id} sources={sources} />
            </span>
          ))}
        </p>
      </Part>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="grid gap-1">
      <h4 className="finding-part">{title}</h4>
      {children}
    </div>
  );
}

function Laws({ finding, sources, jurisdiction }: Pick<FindingBodyProps, "finding" | "sources" | "jurisdiction">) {
  const t = useT();
  const law = finding.law.filter((one) => jurisdiction === undefined || one.jurisdiction === jurisdiction);
  return (
    <Part title={t("claims.finding.law")}>
      {law.length === 0 ? (
        <p className="note">
          {t("claims.finding.noLaw", { where: jurisdiction === undefined ? "any" : t(`claims.jurisdiction.${jurisdiction}`) })}
        </p>
      ) : (
        <ul className="grid gap-3 text-sm">
          {law.map(({ jurisdiction: where, name, says, only, source, verified }) => (
            <li key={`${where} ${name}`}>
              <p>
                <span className="font-semibold">{t(`claims.jurisdiction.${where}`)}.</span> {name}
              </p>
              <p>{says}</p>
              <p className="note">
                {only === undefined ? null : `${t("claims.finding.lawOnly", { only })} `}
                <SourceName id={source} sources={sources} /> <GradeBadge verified={verified} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function SourceName({ id, sources }: { readonly id: string; readonly sources: Sources }) {
  const source = sources[id];
  return (
    <Link to="/evidence/sources/$id" params={{ id }} preload={false} title={source?.title}>
      {source === undefined ? id : sourceLabel(source)}
    </Link>
  );
}
