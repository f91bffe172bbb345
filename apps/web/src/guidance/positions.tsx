import type { Recommendation } from "@calcar/contract";
import { GradeBadge } from "../design/grade-badge.tsx";
import { DirectionMark } from "../evidence/direction-mark.tsx";
import { SourceLink } from "../evidence/source-link.tsx";
import { useT } from "../messages/messages.tsx";

type Position = Recommendation["positions"][number];

/** What organisations say, side by side with their years; those that disagree are named, never averaged. */
export function Positions({ positions }: { readonly positions: readonly Position[] }) {
  const byId = new Map(positions.map((position) => [position.id, position]));
  const newestFirst = [...positions].sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
  return (
    <ul className="ledger">
      {newestFirst.map((position) => (
        <PositionLine key={position.id} position={position} byId={byId} />
      ))}
    </ul>
  );
}

interface PositionLineProps {
  readonly position: Position;
  readonly byId: ReadonlyMap<string, Position>;
}

function PositionLine({ position, byId }: PositionLineProps) {
  const t = useT();
  const { organisation, year, direction, strength, certainty, intervention, says, source, verified, standing } = position;
  return (
    <li className="grid gap-x-8 gap-y-1 md:grid-cols-[minmax(0,12rem)_minmax(0,9rem)_minmax(0,1fr)]">
      <p className="font-medium">
        {organisation} <span className="note block font-normal">{year ?? t("positions.noYear")}</span>
        {standing === undefined ? null : (
          <span className="note block font-normal">
            <strong className="badge badge-boxed tone-caution">{t(`evidence.standing.${standing.is}`)}</strong> {standing.by}
          </span>
        )}
      </p>
      <p className="text-sm">
        <DirectionMark direction={direction} />
        <span className="note block">{[strength, certainty].filter(Boolean).join("; ")}</span>
      </p>
      <div className="grid content-start gap-0.5">
        <p className="note">{intervention}</p>
        <p>{says}</p>
        <Disagreements position={position} byId={byId} />
        <p className="note flex flex-wrap gap-x-3">
          <SourceLink id={source} />
          <GradeBadge verified={verified} />
        </p>
      </div>
    </li>
  );
}

function Disagreements({ position, byId }: PositionLineProps) {
  const t = useT();
  const others = position.disagreesWith.flatMap((id) => byId.get(id) ?? []);
  if (others.length === 0) return null;
  const named = others.map(({ organisation, year }) => `${organisation} (${year ?? t("positions.noYear")})`).join("; ");
  return <p className="text-sm font-semibold text-caution">{t("positions.disagrees", { others: named })}</p>;
}
