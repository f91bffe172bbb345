import { sourceLabel } from "@calcar/vocabulary";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { GradeBadge } from "../design/grade-badge.tsx";
import type { Ground, Sources } from "./shapes.ts";

interface GroundNoteProps {
  readonly ground: Ground;
  readonly sources: Sources;
  readonly children?: ReactNode; // what else belongs to the number
}

/** Where a statement stands: source, place in it, and how far somebody has checked. */
export function GroundNote({ ground: { source, at, verified, note }, sources, children }: GroundNoteProps) {
  const known = sources[source];
  return (
    <div className="grid justify-items-start gap-0.5">
      <span>
        <Link to="/evidence/sources/$id" params={{ id: source }}>
          {known ? sourceLabel(known) : source}
        </Link>
        {at === undefined ? null : <span className="text-muted">, {at}</span>}
      </span>
      <GradeBadge verified={verified} />
      {note === undefined ? null : <span className="note">{note}</span>}
      {children}
    </div>
  );
}
