import { sourceLabel } from "@calcar/vocabulary";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { useT } from "../messages/messages.tsx";
import { DirectionMark } from "./direction-mark.tsx";
import type { Disagreement, Guideline, Position, Sources } from "./shapes.ts";
import { useGuidelineName } from "./use-guideline-name.ts";

interface DisagreementsProps {
  readonly disagreements: readonly Disagreement[];
  readonly guidelines: readonly Guideline[];
  readonly sources: Sources;
}

interface Side {
  readonly guideline: Guideline;
  readonly position: Position;
}

/** Topics on which bodies do not say the same: every side with its body and year, newest first. */
export function Disagreements({ disagreements, guidelines, sources }: DisagreementsProps) {
  const t = useT();
  const sides = new Map(
    guidelines.flatMap((guideline) => guideline.positions.map((position) => [position.id, { guideline, position }] as const)),
  );
  return (
    <section className="section-rule may-break grid grid-cols-1 gap-3" id="disagreements">
      <h2>{t("evidence.guidelines.disagree")}</h2>
      <p className="measure">{t("evidence.guidelines.disagreeExplain")}</p>
      <ul className="ledger">
        {disagreements.map((disagreement) => (
          <Topic
            key={disagreement.id}
            disagreement={disagreement}
            sides={disagreement.positions
              .flatMap((id) => sides.get(id) ?? [])
              .sort((a, b) => (b.guideline.year ?? 0) - (a.guideline.year ?? 0))}
            sources={sources}
          />
        ))}
      </ul>
    </section>
  );
}

interface TopicProps {
  readonly disagreement: Disagreement;
  readonly sides: readonly Side[];
  readonly sources: Sources;
}

function Topic({ disagreement: { topic, explains, studies = [], otherSources = [] }, sides, sources }: TopicProps) {
  const t = useT();
  return (
    <li className="grid gap-x-10 gap-y-2 lg:grid-cols-[minmax(0,18rem)_minmax(0,1fr)]">
      <h3>{topic.charAt(0).toUpperCase() + topic.slice(1)}</h3>
      <div className="grid gap-2">
        <ul className="grid gap-1.5">
          {sides.map((side) => (
            <SideLine key={side.position.id} side={side} />
          ))}
        </ul>
        <p className="measure text-sm">{explains}</p>
        {studies.length === 0 ? null : (
          <p className="note">
            {t("evidence.guidelines.studies")} <Links ids={studies} to="/evidence/studies/$id" sources={sources} />
          </p>
        )}
        {otherSources.length === 0 ? null : (
          <p className="note">
            {t("evidence.guidelines.documents")} <Links ids={otherSources} to="/evidence/sources/$id" sources={sources} />
          </p>
        )}
      </div>
    </li>
  );
}

function SideLine({ side: { guideline, position } }: { readonly side: Side }) {
  const t = useT();
  const guidelineName = useGuidelineName();
  const { id, direction, intervention, strength } = position;
  return (
    <li className="grid gap-x-4 text-sm sm:grid-cols-[11rem_minmax(0,1fr)]">
      <DirectionMark direction={direction} />
      <span>
        <a href={`#${id}`}>{guidelineName(guideline)}</a>: {intervention};{" "}
        {strength === undefined ? t("evidence.guidelines.strengthNotStated") : t("evidence.guidelines.strength", { strength })}
      </span>
    </li>
  );
}

interface LinksProps {
  readonly ids: readonly string[];
  readonly to: "/evidence/studies/$id" | "/evidence/sources/$id";
  readonly sources: Sources;
}

function Links({ ids, to, sources }: LinksProps) {
  return ids.map((id, index) => (
    <Fragment key={id}>
      {index === 0 ? null : ", "}
      <Link to={to} params={{ id }}>
        {sources[id] ? sourceLabel(sources[id]) : id}
      </Link>
    </Fragment>
  ));
}
