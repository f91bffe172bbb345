import type { Recommendation } from "@calcar/contract";
import { GradeBadge } from "../design/grade-badge.tsx";
import { SourceLink } from "../evidence/source-link.tsx";
import { useT } from "../messages/messages.tsx";

type Ground = Recommendation["reasons"][number]["grounds"][number];

/** What a statement rests on: each source with the place in it and how far it has been checked. */
export function Grounds({ grounds, ours }: { readonly grounds: readonly Ground[]; readonly ours?: string | undefined }) {
  const t = useT();
  return (
    <ul className="note flex flex-wrap gap-x-5 gap-y-1">
      {grounds
        .filter(({ source }) => source !== "project-default")
        .map(({ source, at, verified }) => (
          <li key={`${source} ${at ?? ""}`} className="flex flex-wrap items-baseline gap-x-2">
            <span>
              <SourceLink id={source} />
              {at === undefined ? "" : `, ${at}`}
            </span>
            <GradeBadge verified={verified} />
          </li>
        ))}
      {ours === undefined ? null : (
        <li className="badge badge-boxed tone-plain whitespace-normal">{t("reason.ourDefault", { part: ours })}</li>
      )}
    </ul>
  );
}
