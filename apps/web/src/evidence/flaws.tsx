import { sourceLabel } from "@calcar/vocabulary";
import { Link } from "@tanstack/react-router";
import { GradeBadge } from "../design/grade-badge.tsx";
import { useT } from "../messages/messages.tsx";
import { GroundNote } from "./ground-note.tsx";
import type { Discrepancy, Sources } from "./shapes.ts";

interface FlawsProps {
  readonly flaws: readonly Discrepancy[];
  readonly sources: Sources;
}

/** What is printed and wrong, or contradicts its source: both sides are kept, neither is mended silently. */
export function Flaws({ flaws, sources }: FlawsProps) {
  const t = useT();
  if (flaws.length === 0) return null;
  return (
    <section className="section-rule grid gap-3">
      <h2>{t("evidence.flaws.title")}</h2>
      <ul className="ledger">
        {flaws.map((flaw) => (
          <Flaw key={flaw.id} flaw={flaw} sources={sources} />
        ))}
      </ul>
    </section>
  );
}

function Flaw({ flaw, sources }: { readonly flaw: Discrepancy; readonly sources: Sources }) {
  const t = useT();
  const { issue, foundIn, severity, says, sourceSays, grounds = [], note, verified } = flaw;
  return (
    <li className="grid gap-1 [&>p]:max-w-measure">
      <p className="font-medium">{issue.replaceAll("-", " ")}</p>
      {says === undefined ? null : <p>{t("evidence.flaws.says", { says })}</p>}
      {sourceSays === undefined ? null : <p>{t("evidence.flaws.sourceSays", { says: sourceSays })}</p>}
      {note === undefined ? null : <p className="note">{note}</p>}
      <p className="note flex flex-wrap gap-x-4">
        {foundIn === undefined ? null : (
          <span>
            {t("evidence.flaws.foundIn")}{" "}
            <Link to="/evidence/sources/$id" params={{ id: foundIn }}>
              {sources[foundIn] ? sourceLabel(sources[foundIn]) : foundIn}
            </Link>
          </span>
        )}
        {severity === undefined ? null : <span>{t("evidence.flaws.severity", { severity })}</span>}
        {grounds.length === 0 ? <GradeBadge verified={verified} /> : null}
      </p>
      {grounds.map((ground) => (
        <div key={`${ground.source} ${ground.at ?? ""}`} className="text-sm">
          <GroundNote ground={ground} sources={sources} />
        </div>
      ))}
    </li>
  );
}
