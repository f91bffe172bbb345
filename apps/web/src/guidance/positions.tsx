import type { Recommendation } from "@calcar/contract";
import { GradeBadge } from "../design/grade-badge.tsx";
import { TableFrame } from "../design/table-frame.tsx";
import { DirectionMark } from "../evidence/direction-mark.tsx";
import { SourceLink } from "../evidence/source-link.tsx";
import { useT } from "../messages/messages.tsx";

type Position = Recommendation["positions"][number];

/** What organisations say, side by side with their years; those that disagree are named, never averaged. */
export function Positions({ positions }: { readonly positions: readonly Position[] }) {
  const t = useT();
  const byId = new Map(positions.map((position) => [position.id, position]));
  const newestFirst = [...positions].sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
  return (
    <TableFrame caption={t("positions.caption")} hideCaption>
      <thead>
        <tr>
          <th scope="col">{t("positions.organisation")}</th>
          <th scope="col">{t("positions.on")}</th>
          <th scope="col">{t("positions.direction")}</th>
          <th scope="col">{t("positions.says")}</th>
        </tr>
      </thead>
      <tbody>
        {newestFirst.map((position) => (
          <tr key={position.id}>
            <th scope="row" className="min-w-40">
              {position.organisation}
              <span className="note block">{position.year ?? t("positions.noYear")}</span>
            </th>
            <td className="min-w-32">{position.intervention}</td>
            <td>
              <DirectionMark direction={position.direction} />
              <span className="note block">{[position.strength, position.certainty].filter(Boolean).join("; ")}</span>
            </td>
            <td className="min-w-56">
              {position.says}
              <Disagreements position={position} byId={byId} />
              <span className="note mt-1 flex flex-wrap gap-x-3">
                <SourceLink id={position.source} />
                <GradeBadge verified={position.verified} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

function Disagreements({ position, byId }: { readonly position: Position; readonly byId: ReadonlyMap<string, Position> }) {
  const t = useT();
  const others = position.disagreesWith.flatMap((id) => byId.get(id) ?? []);
  if (others.length === 0) return null;
  const named = others.map(({ organisation, year }) => `${organisation} (${year ?? t("positions.noYear")})`).join("; ");
  return <strong className="block text-caution">{t("positions.disagrees", { others: named })}</strong>;
}
